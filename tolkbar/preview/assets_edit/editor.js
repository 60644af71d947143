// Translate in place: a button at each text of the panel, and the form that it opens.

import { announce, frame, item, refresh, select, words } from "/assets/shell.js";
import { ask } from "./calls.js";
import { kept } from "./drafts.js";
import { make } from "./field.js";
import { Form } from "./form.js";
import { keysAreOn, shortcut } from "./keys.js";

const GO_ON = "tolkbar:go-on"; // the state of the text to open on the page that comes
const panel = document.getElementById("panel");
const forms = new Map(); // by unit

/** Give each text of the panel its button; those that are open keep their form. */
function draw() {
  for (const text of panel.querySelectorAll("details[data-which]")) {
    const slot = text.querySelector('[data-slot="text"]');
    if (slot.childElementCount) continue;
    const button = make("button", { type: "button", class: "main" }, words.edit_open);
    button.addEventListener("click", () => open(text.dataset.unit));
    button.append(make("span", { class: "unseen" }, `: ${text.querySelector(".words").textContent}`));
    slot.append(make("p", {}, button));
    if (kept(JSON.parse(text.dataset.which))) slot.append(make("p", { class: "draft" }, words.edit_draft));
  }
  drawNext();
  for (const [unit, form] of forms) {
    if (form.element.isConnected) continue;
    if (form.isDirty) announce(words.edit_kept); // another page is shown, or the source has changed
    drop(unit);
  }
}

/** Put the ways to the next text in front of the texts. */
function drawNext() {
  if (panel.querySelector("[data-next]") || !panel.querySelector("details[data-which]")) return;
  const buttons = [["untranslated", words.edit_next_untranslated], ["fuzzy", words.edit_next_fuzzy]].map(([state, name]) => {
    const { attributes, shown } = shortcut(state);
    const button = make("button", { type: "button", ...attributes }, name, shown);
    button.addEventListener("click", () => next(state));
    return button;
  });
  document.getElementById("texts").after(make("p", { class: "do", "data-next": true }, ...buttons));
}

async function open(unit) {
  const { which: asked, direction } = item(unit).dataset;
  const which = JSON.parse(asked);
  try {
    const known = await ask("open", { which }, words.edit_lost);
    const text = item(unit); // perhaps drawn anew meanwhile
    if (!text) return;
    drop(unit);
    const form = new Form(which, known, direction, {
      done: (result) => done(unit, result),
      leave: () => leave(unit),
    });
    forms.set(unit, form);
    text.open = true;
    text.querySelector('[data-slot="text"]').replaceChildren(form.element);
    select(unit);
    form.current.area.focus();
    form.read();
  } catch (refusal) {
    announce(refusal.message);
  }
}

function drop(unit) {
  forms.get(unit)?.close();
  forms.delete(unit);
}

function close(unit) {
  drop(unit);
  const text = item(unit);
  text.querySelector('[data-slot="text"]').replaceChildren();
  draw();
  text.querySelector("summary").focus();
}

function leave(unit) {
  const isDirty = forms.get(unit).isDirty;
  close(unit);
  if (isDirty) announce(words.edit_kept);
}

async function done(unit, { sentence, unit: { state } }) {
  close(unit);
  await refresh({ page: false });
  const text = item(unit);
  if (text) text.dataset.state = state;
  text?.querySelector("summary").focus();
  announce(sentence);
}

/** Open the next text in a state: on this page from the one that is chosen on, or on the next page that has one. */
async function next(state) {
  const texts = [...panel.querySelectorAll("details[data-which]")];
  const place = texts.findIndex((text) => "current" in text.dataset);
  const turned = [...texts.slice(place + 1), ...texts.slice(0, place + 1)];
  const found = turned.find((text) => text.dataset.state === state && !forms.has(text.dataset.unit));
  if (found) {
    for (const unit of [...forms.keys()]) close(unit);
    await open(found.dataset.unit);
    return;
  }
  const { language, page } = document.body.dataset;
  try {
    const address = await ask("next", { language, page, state }, words.edit_lost);
    if (address) {
      sessionStorage.setItem(GO_ON, state);
      for (const unit of [...forms.keys()]) drop(unit); // their drafts are kept
      location.assign(address);
    } else {
      announce(words.edit_none_left);
    }
  } catch (refusal) {
    announce(refusal.message);
  }
}

function goOn() {
  const state = sessionStorage.getItem(GO_ON);
  sessionStorage.removeItem(GO_ON);
  const found = state && panel.querySelector(`#own details[data-which][data-state="${CSS.escape(state)}"]`);
  if (found) open(found.dataset.unit);
}

function pressed(event) {
  const state = { F8: "untranslated", F9: "fuzzy" }[event.key];
  if (!state || !keysAreOn()) return;
  event.preventDefault();
  next(state);
}

document.addEventListener("tolkbar:drawn", draw);
document.addEventListener("tolkbar:leaving", () => {
  for (const unit of [...forms.keys()]) drop(unit); // their drafts are kept
});
document.addEventListener("tolkbar:framed", ({ detail }) => detail.document.addEventListener("keydown", pressed));
document.addEventListener("keydown", pressed);
frame.page?.addEventListener("keydown", pressed); // it may have been framed before this was loaded
window.addEventListener("beforeunload", (event) => {
  if ([...forms.values()].some((form) => form.isDirty)) event.preventDefault();
});
draw();
goOn();
