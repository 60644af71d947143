// The page of all pages, brought up to date when the site changes.

import { listen } from "./events.js";

const words = JSON.parse(document.body.dataset.words);
const news = document.getElementById("news");
let revision = Number(document.body.dataset.revision);

async function hear({ kind, revision: current, done, total }) {
  const bar = document.getElementById("judging");
  if (kind === "judging" && bar) Object.assign(bar, { max: total, value: done });
  if (kind === "judging" || (kind === "made" && current === revision)) return;
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (revision === 0 && fresh.body.dataset.revision !== "0") {
    location.reload();
    return;
  }
  revision = Number(fresh.body.dataset.revision);
  replace(fresh);
  if (kind === "made") news.textContent = words.updated;
  if (kind === "fault") news.textContent = words.broken;
}

/** Put what is new in place of what is old; a link that has the focus keeps it. */
function replace(fresh) {
  const live = document.getElementById("live");
  const focus = live.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  live.replaceChildren(...document.adoptNode(fresh.getElementById("live")).childNodes);
  if (focus) live.querySelector(`a[href="${CSS.escape(focus)}"]`)?.focus({ preventScroll: true });
}

listen(hear, () => { news.textContent = words.lost; });
