// A translation as text in a <textarea>, in which placeholders stand as tokens such as "[link 1]".
//
// A token is moved, met and deleted as a whole.  All of it is text to the browser, so keyboard, screen
// reader, spelling and undo work as in any other field.

/** The tokens of one text, and the chips that they belong to. */
export class Tokens {
  constructor(chips) {
    this.chips = chips;
    this.byToken = new Map();
    this.byTag = new Map();
    for (const chip of chips) {
      for (const { tag, token } of chip.tags) {
        this.byToken.set(token, { tag, chip });
        this.byTag.set(tag, token);
      }
    }
    const words = [...this.byToken.keys()].map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    this.pattern = words.length ? new RegExp(words.join("|"), "g") : null;
  }

  /** Return the places of the tokens in a text: [{start, end, token}]. */
  places(text) {
    return this.pattern
      ? [...text.matchAll(this.pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length, token: found[0] }))
      : [];
  }

  /** Return text and tokens in order: [{text}] and [{token}]. */
  pieces(text) {
    const found = [];
    let end = 0;
    for (const place of this.places(text)) {
      if (place.start > end) found.push({ text: text.slice(end, place.start) });
      found.push({ token: place.token });
      end = place.end;
    }
    if (end < text.length) found.push({ text: text.slice(end) });
    return found;
  }

  /** Return a text as the server knows it: parts that are text, and parts that are chips. */
  parts(text) {
    return this.pieces(text).map(({ text: words, token }) => (token ? { chip: this.byToken.get(token).tag } : { text: words }));
  }

  /** Return parts as text. */
  text(parts) {
    return parts.map((part) => (part.chip ? this.byTag.get(part.chip) ?? part.chip : part.text ?? "")).join("");
  }

  /** Return a text of the catalog with tokens in place of its tags. */
  written(text) {
    return text.replace(/<[^<>]*>/g, (tag) => this.byTag.get(tag) ?? tag);
  }

  /** Return the tokens that `text` has fewer of than `model`, in order. */
  missing(model, text) {
    const left = new Map();
    for (const { token } of this.places(text)) left.set(token, (left.get(token) ?? 0) + 1);
    return this.places(model).map(({ token }) => token).filter((token) => {
      const number = left.get(token) ?? 0;
      left.set(token, number - 1);
      return number < 1;
    });
  }

  /** Return what people call a token: "link 1: our policy". */
  spoken(token) {
    const { chip } = this.byToken.get(token);
    return chip.about ? `${token} ${chip.about}` : token;
  }

  /** Return what a selection is when the tokens that it cuts are taken whole; an end inside one goes `forward`. */
  whole(text, start, end, forward) {
    for (const place of this.places(text)) {
      const cuts = (at) => place.start < at && at < place.end;
      if (start === end && cuts(start)) {
        start = forward ? place.end : place.start;
        end = start;
      } else {
        if (cuts(start)) start = place.start;
        if (cuts(end)) end = place.end;
      }
    }
    return [start, end];
  }

  /** Return the token that ends, or with `after` begins, at a place. */
  beside(text, at, after) {
    return this.places(text).find((place) => (after ? place.start : place.end) === at);
  }

  /** Return `text` without what is left of tokens of `before` that a change, which ended at `caret`, has cut. */
  mended(before, text, caret) {
    if (!this.missing(before, text).length) return null;
    const limit = Math.min(before.length, text.length);
    let tail = before.endsWith(text.slice(caret)) ? Math.min(text.length - caret, limit) : 0;
    let head = 0;
    while (head < limit - tail && before[head] === text[head]) head += 1;
    while (tail < limit - head && before.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
    const [start, end] = [head, before.length - tail];
    const cut = this.places(before).filter((place) => place.start < Math.max(end, start + 1) && place.end > start
      && !(start <= place.start && place.end <= end) && !(start === end && start <= place.start));
    if (!cut.length) return null;
    const first = Math.min(start, cut[0].start);
    const last = Math.max(end, cut.at(-1).end);
    const typed = text.slice(start, text.length - tail);
    return { text: before.slice(0, first) + typed + before.slice(last), caret: first + typed.length };
  }
}
