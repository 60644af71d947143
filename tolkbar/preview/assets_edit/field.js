// One <textarea> whose tokens are whole, with a picture of them behind it for those who see.

/** Return a new element with attributes and children. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Return text and tokens as elements. */
export function pictured(tokens, text) {
  return tokens.pieces(text).map(({ text: words, token }) => (token ? make("span", { class: "chip" }, token) : words));
}

export class Field {
  /** `model` is the source text; `changed` is called after each change, `met` with a token that the caret passes. */
  constructor(tokens, model, { id, language, direction, changed, met, gone, closed }) {
    this.tokens = tokens;
    this.model = model;
    this.isOneLine = !model.includes("\n");
    this.calls = { changed, met, gone };
    this.mirror = make("div", { class: "mirror", "aria-hidden": "true" });
    this.area = make("textarea", {
      id, lang: language, dir: direction, rows: 2, spellcheck: "true", autocomplete: "off",
    });
    this.element = make("div", { class: "field", dir: direction, lang: language }, this.mirror, this.area);
    this.before = "";
    this.caret = 0;
    this.area.addEventListener("keydown", (event) => this.pressed(event));
    this.area.addEventListener("input", (event) => this.typed(event));
    document.addEventListener("selectionchange", () => {
      if (document.activeElement === this.area) this.moved();
    }, { signal: closed });
    this.area.addEventListener("scroll", () => { this.mirror.scrollTop = this.area.scrollTop; });
  }

  get text() {
    return this.area.value;
  }

  /** Put another text there, as if it had always stood there. */
  set text(text) {
    this.area.value = text;
    this.before = text;
    this.draw();
  }

  get parts() {
    return this.tokens.parts(this.text);
  }

  get missing() {
    return this.tokens.missing(this.model, this.text);
  }

  /** Replace what is selected, so that it can be undone; put the caret `back` characters before the end. */
  insert(text, back = 0) {
    this.area.focus();
    if (!document.execCommand("insertText", false, text)) {
      this.area.setRangeText(text, this.area.selectionStart, this.area.selectionEnd, "end");
      this.area.dispatchEvent(new InputEvent("input"));
    }
    if (back) this.area.setSelectionRange(this.area.selectionEnd - back, this.area.selectionEnd - back);
  }

  /** Replace everything. */
  replace(text) {
    this.area.focus();
    this.area.select();
    this.insert(text);
  }

  /** Put in a chip, around what is selected; of one that is there in part, the missing half. */
  insertChip(chip) {
    const missing = this.missing;
    const wanted = chip.tags.map(({ token }) => token).filter((token) => missing.includes(token));
    const [start, end] = [this.area.selectionStart, this.area.selectionEnd];
    if (wanted.length < 2) {
      this.area.setSelectionRange(end, end);
      this.insert(wanted[0] ?? "");
      return;
    }
    const selected = this.text.slice(start, end);
    this.insert(wanted[0] + selected + wanted[1], selected ? 0 : wanted[1].length);
  }

  pressed(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && this.isOneLine && !event.ctrlKey && !event.metaKey) event.preventDefault();
    const { selectionStart: start, selectionEnd: end } = this.area;
    if (start !== end || !["Backspace", "Delete"].includes(event.key)) return;
    const place = this.tokens.beside(this.text, start, event.key === "Delete");
    if (place) this.area.setSelectionRange(place.start, place.end);
  }

  typed(event) {
    if (!event.isComposing) this.keepWhole(event);
    const lost = this.tokens.missing(this.before, this.text);
    this.before = this.text;
    this.draw();
    if (lost.length) this.calls.gone(lost);
    this.calls.changed();
  }

  keepWhole(event) {
    const isUndoing = event.inputType?.startsWith("history");
    const mended = isUndoing ? null : this.tokens.mended(this.before, this.text, this.area.selectionEnd);
    if (mended) {
      this.area.value = mended.text;
      this.area.setSelectionRange(mended.caret, mended.caret);
    }
    if (this.isOneLine && this.text.includes("\n")) {
      const { selectionEnd } = this.area;
      const [head, tail] = [this.text.slice(0, selectionEnd), this.text.slice(selectionEnd)].map((half) => half.replace(/\s*\n\s*/g, " "));
      this.area.value = head + tail;
      this.area.setSelectionRange(head.length, head.length);
    }
  }

  moved() {
    const { selectionStart: start, selectionEnd: end, selectionDirection: direction } = this.area;
    const forward = end >= this.caret;
    const [first, last] = this.tokens.whole(this.text, start, end, forward);
    if (first !== start || last !== end) {
      this.area.setSelectionRange(first, last, direction);
      const place = this.tokens.beside(this.text, forward ? last : first, !forward);
      if (place) this.calls.met(place.token);
    }
    this.caret = direction === "backward" ? first : last;
  }

  draw() {
    this.mirror.replaceChildren(...pictured(this.tokens, this.text), "\u200b");
  }
}
