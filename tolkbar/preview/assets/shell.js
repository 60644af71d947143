// The page that shows a page of the site: it keeps the panel and the frame in step with the server.
//
// For plug-ins, `document` gets these events:
//   tolkbar:framed    the site's page has been loaded; detail: {document}
//   tolkbar:drawn     the panel has been drawn, at first and after each change; detail: {panel}
//   tolkbar:selected  somebody has chosen a text; detail: {unit, item, elements}
//   tolkbar:update    the site has changed; preventDefault() keeps page and panel as they are until
//                     refresh() is called
//   tolkbar:leaving   the page goes to another one, or is loaded anew, and nobody has asked for that
// A text in the panel is <details data-unit data-state>; its <div data-slot="text"> is free for plug-ins.
// One that holds an element with [data-editing] is kept as it is when the panel is drawn anew.

import { listen } from "./events.js";
import { Frame } from "./frame.js";
import { draw } from "./panel.js";

const body = document.body;
const panel = document.getElementById("panel");
const news = document.getElementById("news");

export const words = JSON.parse(body.dataset.words);
export const frame = new Frame(document.getElementById("frame"), { select, moved, framed });

let revision = Number(body.dataset.revision); // what the frame shows
let isFrameOld = false;
let latest = 0;

const MOMENT = 5000; // milliseconds that a sentence takes to be heard
let told = { text: "", at: -MOMENT };

/**
 * Say something to everybody, also to those who do not see the page.  What comes by itself comes `too`: after
 * what has just been said, which somebody waits for and would not hear to its end.
 */
export function announce(text, { too = false } = {}) {
  const isFresh = performance.now() - told.at < MOMENT;
  if (too && isFresh && told.text.endsWith(text)) return;
  told = { text: too && isFresh ? `${told.text} ${text}` : text, at: performance.now() };
  news.textContent = "";
  requestAnimationFrame(() => { news.textContent = told.text; });
}

/** Return the text of a unit in the panel. */
export function item(unit) {
  return panel.querySelector(`details[data-unit="${CSS.escape(unit)}"]`);
}

/**
 * Mark a unit in the panel and in the page, and let both be seen; `from` is where it was chosen: in the
 * "panel", in a "finding", in the "page", or there by the "focus" alone, which opens nothing.
 */
export function select(unit, from = "panel") {
  const chosen = item(unit);
  for (const other of panel.querySelectorAll("details[data-current]")) {
    if (other !== chosen) delete other.dataset.current;
  }
  if (chosen) {
    chosen.dataset.current = "";
    chosen.hidden = false;
    if (from !== "focus") chosen.open = true;
    if (from !== "panel") chosen.scrollIntoView({ block: "nearest" });
  }
  const elements = frame.choose(unit, from === "panel" || from === "finding");
  if (from === "finding") frame.element.scrollIntoView({ block: "nearest" });
  document.dispatchEvent(new CustomEvent("tolkbar:selected", { detail: { unit, item: chosen, elements } }));
}

/** Bring page and panel up to date with the server. */
export async function refresh({ page = true } = {}) {
  isFrameOld ||= page; // until some turn has come to its end: a later one may overtake this
  const turn = ++latest;
  const answer = await fetch(location.pathname, { headers: { Accept: "text/html" } });
  if (turn !== latest) return;
  if (!answer.ok) {
    leave(() => location.assign("/"));
    return;
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== latest) return;
  const known = fresh.body.dataset;
  if (!known.page) {
    leave(() => location.reload());
    return;
  }
  draw(document, fresh, tellDrawn);
  if (!isFrameOld) return;
  isFrameOld = false;
  revision = Number(known.revision);
  await frame.load(fresh.getElementById("frame").getAttribute("src"));
}

async function moved(path) {
  const answer = await fetch(`/at/${path}`);
  if (!answer.ok) return;
  const { address } = await answer.json();
  if (address === location.pathname) return;
  history.pushState(null, "", address);
  await refresh({ page: false });
  frame.mark(panel);
}

function framed(page) {
  frame.mark(panel);
  document.dispatchEvent(new CustomEvent("tolkbar:framed", { detail: { document: page } }));
}

function tellDrawn() {
  applyFilter();
  frame.mark(panel);
  document.dispatchEvent(new CustomEvent("tolkbar:drawn", { detail: { panel } }));
}

function applyFilter() {
  const only = document.getElementById("left")?.checked ?? false;
  for (const text of panel.querySelectorAll("#own details[data-unit]")) {
    text.closest("li").hidden = only && text.dataset.state === "translated" && !("current" in text.dataset);
  }
}

function hadFault() {
  return !document.getElementById("fault").hidden;
}

/** Show how far the judging of the whole site has come; said to nobody, it is not what they are here for. */
function showProgress({ done, total }) {
  const bar = document.getElementById("judging");
  if (bar) Object.assign(bar, { max: total, value: done });
}

/** Go away of our own accord: nobody shall be asked whether they want that. */
function leave(go) {
  document.dispatchEvent(new CustomEvent("tolkbar:leaving"));
  go();
}

function wantsUpdate(revision) {
  return document.dispatchEvent(new CustomEvent("tolkbar:update", { cancelable: true, detail: { revision } }));
}

async function hear({ kind, run, revision: current, ...rest }) {
  if (run !== body.dataset.run) {
    if (wantsUpdate(current)) leave(() => location.reload());
  } else if (kind === "made" && current !== revision) {
    if (!wantsUpdate(current)) return;
    await refresh();
    announce(words.updated, { too: true });
  } else if (kind === "fault") {
    await refresh({ page: false });
    announce(words.broken);
  } else if (kind === "judging") {
    showProgress(rest);
  } else if (kind !== "made" || hadFault()) {
    await refresh({ page: false });
  }
}

panel.addEventListener("toggle", (event) => {
  const { target } = event;
  if (target.matches("details[data-unit]") && target.open) select(target.dataset.unit);
}, true);

panel.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) {
    await navigator.clipboard.writeText(button.dataset.copy).then(() => announce(words.copied), () => {
      getSelection().selectAllChildren(button.previousElementSibling); // who may not write there copies it
    });
  } else if (button?.dataset.show) {
    select(button.dataset.show, "finding");
  }
});

panel.addEventListener("change", (event) => {
  if (event.target.id === "left") applyFilter();
});

document.getElementById("marks").addEventListener("change", (event) => frame.show(event.target.checked));
window.addEventListener("popstate", () => refresh());

frame.start();
tellDrawn();
listen(hear, () => announce(words.lost));
