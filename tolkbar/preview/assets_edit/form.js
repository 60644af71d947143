// The form in which one text is translated: drawn from what the server knows of it.

import { announce, words } from "/assets/shell.js";
import { ask } from "./calls.js";
import { forget, keep, kept } from "./drafts.js";
import { Field, make, pictured } from "./field.js";
import { keysAreOn, rememberKeys, shortcut } from "./keys.js";
import { Tokens } from "./tokens.js";

const PAUSE = 300; // milliseconds without typing, before the rules are asked
let count = 0;

/** Return what the reader calls a language. */
function languageName(tag) {
  return new Intl.DisplayNames([document.documentElement.lang], { type: "language" }).of(tag);
}

export class Form {
  /** `unit` is what the server knows; `done` is called with what came of saving it, `leave` to close. */
  constructor(which, unit, direction, { done, leave }) {
    this.which = which;
    this.unit = unit;
    this.calls = { done, leave };
    this.id = `edit-${(count += 1)}`;
    this.closing = new AbortController();
    this.tokens = new Tokens(unit.chips);
    this.turn = 0;
    this.seen = unit.seen;
    const before = unit.changed.map(({ kept: same = "", removed = "" }) => same + removed).join("");
    this.earlier = before ? { ...which, msgid: before } : null; // the text as it was, which may have a draft
    this.fields = unit.forms.map((form, index) => this.field(form, index, direction));
    this.element = this.draw();
    this.begin();
  }

  field(form, index, direction) {
    const field = new Field(this.tokens, this.tokens.text(form.source), {
      id: `${this.id}-${index}`,
      language: this.unit.language,
      direction,
      changed: () => this.changed(),
      met: (token) => announce(this.tokens.spoken(token)),
      gone: (lost) => announce(`${words.edit_chip_gone} ${lost.map((token) => this.tokens.spoken(token)).join(", ")}`),
      closed: this.closing.signal,
    });
    field.area.addEventListener("focus", () => { this.current = field; });
    this.current ??= field;
    return field;
  }

  /** Let those who do not see it hear the source text, in its own language: a description would have the field's. */
  read() {
    requestAnimationFrame(() => { this.heard.textContent = this.fields[0].model; });
  }

  /** Put the draft there, or what is saved. */
  begin() {
    const draft = kept(this.which) ?? (this.earlier && kept(this.earlier));
    this.fields.forEach((field, index) => {
      field.text = this.tokens.text(draft?.forms[index] ?? this.unit.forms[index].parts);
    });
    if (draft) this.seen = draft.seen;
    this.drafted.hidden = !draft;
    this.drawChips();
    this.judge();
  }

  get isDirty() {
    return this.fields.some((field, index) => field.text !== this.tokens.text(this.unit.forms[index].parts));
  }

  get draft() {
    return { forms: this.fields.map((field) => field.parts) };
  }

  close() {
    this.closing.abort();
    clearTimeout(this.waiting);
    this.turn += 1;
  }

  changed() {
    this.heard.textContent = "";
    if (this.isDirty) keep(this.which, this.draft.forms, this.seen);
    else this.forget();
    this.drafted.hidden = !this.isDirty;
    this.drawChips();
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.judge(), PAUSE);
  }

  async judge() {
    const turn = (this.turn += 1);
    try {
      const remarks = await ask("judge", { which: this.which, draft: this.draft }, words.edit_lost);
      if (turn === this.turn) this.say(remarks);
    } catch (refusal) {
      if (turn === this.turn) this.say([{ sentence: refusal.message, weight: "blocking", rule: "" }]);
    }
  }

  /** Show remarks; those who hear the page are told only of what is new. */
  say(remarks) {
    const known = JSON.stringify(remarks);
    if (known === this.said) return;
    this.said = known;
    const items = remarks.map(({ sentence, weight, rule, title }) => make("li", { class: weight },
      make("strong", {}, `${rule ? words[`edit_${weight}`] : words.edit_refused}: `), sentence,
      ...(rule ? [" ", make("a", { href: `/rules/${rule}`, target: "_blank", rel: "noopener", title }, rule)] : [])));
    this.remarks.replaceChildren(items.length ? make("ul", { class: "remarks" }, ...items) : make("p", {}, words.edit_fine));
  }

  async save(ready, seen = this.seen) {
    if (this.isSaving) return;
    this.isSaving = true;
    clearTimeout(this.waiting);
    this.turn += 1;
    const { draft } = this;
    try {
      const result = await ask("save", { which: this.which, draft, seen, ready }, words.edit_lost);
      if (result.outcome === "saved") {
        this.saved(result, draft);
      } else if (result.outcome === "conflict") {
        this.conflict(result, ready);
      } else {
        this.say(result.remarks);
        announce(result.sentence);
        this.current.area.focus();
      }
    } catch (refusal) {
      announce(refusal.message);
      this.say([{ sentence: refusal.message, weight: "blocking", rule: "" }]);
    } finally {
      this.isSaving = false;
    }
  }

  /** Be done with the text, unless more has been written, here or in another form, while `draft` was being saved. */
  saved(result, draft) {
    const isSaved = (forms) => JSON.stringify(forms) === JSON.stringify(draft.forms);
    if (this.closing.signal.aborted) {
      if (isSaved(kept(this.which)?.forms)) this.forget();
      announce(result.sentence);
    } else if (isSaved(this.draft.forms)) {
      this.forget();
      this.calls.done(result);
    } else {
      this.settle(result.unit, () => this.changed());
      announce(result.sentence);
    }
  }

  /** Show what somebody else has written beside what is here, and let the person choose. */
  conflict({ unit, sentence }, ready) {
    const both = (title, texts) => [make("dt", {}, title), ...texts.map((text) => make("dd", { lang: unit.language },
      ...pictured(this.tokens, text)))];
    const theirs = unit.forms.map((form) => this.tokens.text(form.parts));
    const takeMine = make("button", { type: "button" }, words.edit_take_mine);
    const takeTheirs = make("button", { type: "button" }, words.edit_take_theirs);
    takeMine.addEventListener("click", () => this.settle(unit, () => this.save(ready, unit.seen)));
    takeTheirs.addEventListener("click", () => this.settle(unit, () => {
      this.fields.forEach((field, index) => { field.text = theirs[index]; });
      this.changed();
      this.current.area.focus();
    }));
    this.quarrel.replaceChildren(
      make("h4", { tabindex: "-1" }, words.edit_conflict), make("p", {}, sentence),
      make("dl", {}, ...both(words.edit_theirs, theirs), ...both(words.edit_mine, this.fields.map((field) => field.text))),
      make("p", { class: "do" }, takeTheirs, takeMine),
    );
    this.quarrel.hidden = false;
    this.quarrel.querySelector("h4").focus();
  }

  settle(unit, choose) {
    this.quarrel.hidden = true;
    this.quarrel.replaceChildren();
    this.unit = unit;
    this.seen = unit.seen;
    choose();
  }

  draw() {
    const { unit, id } = this;
    this.chips = make("ul", { class: "offers" });
    this.remarks = make("div", { role: "status", "aria-label": words.edit_remarks });
    this.heard = make("div", { class: "unseen", role: "status", lang: unit.source_language });
    this.quarrel = make("div", { class: "conflict", hidden: true });
    this.drafted = make("p", { class: "draft" }, `${words.edit_draft} `, this.button(words.edit_discard, () => this.discard()));
    const form = make("form", { class: "edit", "data-editing": true, "aria-labelledby": `${id}-title` },
      make("h3", { id: `${id}-title` }, `${words.edit_title}: ${languageName(unit.language)}`),
      make("p", { class: "file" }, make("code", {}, `${unit.catalog}:${unit.line}`)),
      this.heard,
      unit.scope ? make("p", { class: "notice" }, unit.scope) : null,
      ...this.about(),
      ...this.fields.flatMap((field, index) => [
        make("label", { for: field.area.id }, unit.forms[index].label || words.edit_title), field.element,
      ]),
      this.drafted,
      unit.chips.length ? make("div", {}, make("h4", {}, words.edit_chips), this.chips) : null,
      ...this.offers(),
      make("h4", {}, words.edit_remarks), this.remarks, this.quarrel,
      make("p", { class: "do" }, ...this.commands()),
      this.help(),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save(true);
    });
    form.addEventListener("keydown", (event) => this.pressed(event));
    return form;
  }

  /** Return what is to be known of the text: the source, what changed in it, notes and limits. */
  about() {
    const { unit, tokens } = this;
    const sources = [...new Set(unit.forms.map((form) => tokens.text(form.source)))];
    const told = [...unit.notes, ...unit.comments];
    const seen = (text = "") => pictured(tokens, tokens.written(text));
    const changed = unit.changed.flatMap(({ kept: same, removed, added }) => [
      ...seen(same), removed ? make("del", {}, ...seen(removed)) : null, added ? make("ins", {}, ...seen(added)) : null,
    ]);
    return [make("dl", {},
      make("dt", {}, `${words.edit_source}: ${languageName(unit.source_language)}`),
      ...sources.map((text) => make("dd", { lang: unit.source_language, class: "source" }, ...pictured(tokens, text))),
      ...(changed.length ? [make("dt", {}, words.edit_changed), make("dd", { lang: unit.source_language }, ...changed)] : []),
      ...(told.length ? [make("dt", {}, words.edit_notes), ...told.map((note) => make("dd", { lang: "" }, note))] : []),
      ...unit.limits.map((limit) => make("dd", {}, limit)),
    )];
  }

  /** Return the glossary's words and close translations, each with a button. */
  offers() {
    const { unit, tokens } = this;
    let number = 0;
    const offer = (name, text, language, use, ...more) => {
      const button = this.button(name, use, shortcut((number += 1)));
      button.append(" ", make("span", { lang: language }, ...pictured(tokens, text)));
      return make("li", {}, button, ...more);
    };
    const terms = unit.terms.flatMap(({ term, ways }) => ways.map((way) => offer(words.edit_insert, way, unit.language,
      () => this.current.insert(way), " ", make("span", { lang: unit.source_language }, `← ${term}`))));
    const near = unit.near.map(({ percent, source, parts, place }) => offer(`${words.edit_use} ${percent} %`, tokens.text(parts), unit.language,
      () => this.current.replace(tokens.text(parts)), make("p", { class: "file" }, make("span", { lang: unit.source_language }, source), ` ${place}`)));
    return [[words.edit_terms, terms], [words.edit_near, near]].filter(([, items]) => items.length).map(([title, items]) => (
      make("div", {}, make("h4", {}, title), make("ul", { class: "offers" }, ...items))));
  }

  commands() {
    const save = make("button", { type: "submit", class: "main", ...shortcut("save").attributes }, words.edit_save, shortcut("save").shown);
    return [
      save,
      this.button(words.edit_save_fuzzy, () => this.save(false), shortcut("later")),
      this.button(words.edit_close, this.calls.leave, shortcut("close")),
    ];
  }

  help() {
    const box = make("input", { type: "checkbox" });
    box.checked = keysAreOn();
    box.addEventListener("change", () => rememberKeys(box.checked));
    const keys = [["Ctrl+Enter", words.edit_save], ["Ctrl+Shift+Enter", words.edit_save_fuzzy], ["Esc", words.edit_close],
      ["F2", words.edit_key_chip], ["Ctrl+Shift+1 … 9", words.edit_key_offer],
      ["F8", words.edit_next_untranslated], ["F9", words.edit_next_fuzzy]];
    return make("details", { class: "keys" }, make("summary", {}, words.edit_keys),
      make("p", {}, make("label", {}, box, ` ${words.edit_keys_on}`)),
      make("dl", {}, ...keys.flatMap(([key, sentence]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, sentence)])));
  }

  button(name, use, { attributes, shown } = {}) {
    const button = make("button", { type: "button", ...attributes }, name, shown ?? null);
    button.addEventListener("click", use);
    return button;
  }

  drawChips() {
    const missing = this.fields.flatMap((field) => field.missing);
    const buttons = this.tokens.chips.map((chip) => {
      const isMissing = chip.tags.some(({ token }) => missing.includes(token));
      const button = this.button(chip.tags[0].token, () => this.current.insertChip(chip));
      if (chip.about) button.append(" ", make("span", { lang: this.unit.source_language }, chip.about));
      button.append(` (${isMissing ? words.edit_chip_out : words.edit_chip_in})`);
      button.className = isMissing ? "missing" : "";
      return make("li", {}, button);
    });
    if (!this.chips.childElementCount) {
      this.chips.append(...buttons);
      return;
    }
    buttons.forEach((item, index) => {
      const old = this.chips.children[index].firstChild;
      if (old.textContent !== item.firstChild.textContent) {
        old.className = item.firstChild.className;
        old.replaceChildren(...item.firstChild.childNodes);
      }
    });
  }

  forget() {
    forget(this.which);
    if (this.earlier) forget(this.earlier);
  }

  discard() {
    this.forget();
    this.seen = this.unit.seen;
    this.begin();
    this.current.area.focus();
  }

  pressed(event) {
    if (!keysAreOn() || event.isComposing) return;
    const control = event.ctrlKey || event.metaKey;
    if (event.key === "Enter" && control) this.save(!event.shiftKey);
    else if (event.key === "Escape") this.calls.leave();
    else if (event.key === "F2") this.insertMissing();
    else if (control && event.shiftKey && /^Digit[1-9]$/.test(event.code)) this.use(Number(event.code.at(-1)));
    else return;
    event.preventDefault();
  }

  insertMissing() {
    const token = this.current.missing[0];
    if (token) this.current.insertChip(this.tokens.byToken.get(token).chip);
  }

  use(number) {
    this.element.querySelectorAll("[data-offer]")[number - 1]?.click();
  }
}
