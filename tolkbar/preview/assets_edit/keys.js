// Keyboard shortcuts: none is a single character (WCAG 2.1.4), and all can be turned off.

import { make } from "./field.js";

const PLACE = "tolkbar:keys";
const KEYS = {
  save: ["Control+Enter", "Ctrl+Enter"],
  later: ["Control+Shift+Enter", "Ctrl+Shift+Enter"],
  close: ["Escape", "Esc"],
  chip: ["F2", "F2"],
  untranslated: ["F8", "F8"],
  fuzzy: ["F9", "F9"],
};
const MOST = 9;

/** Tell whether this person wants shortcuts. */
export function keysAreOn() {
  return localStorage.getItem(PLACE) !== "off";
}

/** Remember whether this person wants shortcuts. */
export function rememberKeys(on) {
  localStorage.setItem(PLACE, on ? "on" : "off");
}

/** Return the attributes of a button with a shortcut, and how it is shown; offers go by their number. */
export function shortcut(name) {
  const isOffer = typeof name === "number";
  const offered = { "data-offer": isOffer };
  if (!keysAreOn() || name > MOST) return { attributes: offered, shown: null };
  const [keys, shown] = isOffer ? [`Control+Shift+${name}`, `${name}`] : KEYS[name];
  return { attributes: { ...offered, "aria-keyshortcuts": keys }, shown: make("kbd", { "aria-hidden": "true" }, shown) };
}
