// The page of all pages, brought up to date when the site changes.

import { listen } from "./events.js";

const words = JSON.parse(document.body.dataset.words);
const news = document.getElementById("news");
let revision = Number(document.body.dataset.revision);

async function hear({ kind, run, revision: current, done, total }) {
  if (run !== document.body.dataset.run) return location.reload();
  const bar = document.getElementById("judging");
  if (kind === "judging" && bar) Object.assign(bar, { max: total, value: done });
  if (kind === "judging" || (kind === "made" && current === revision)) return;
  const answer = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (fresh.body.dataset.page) return location.reload(); // it stood in for a page that there is now
  revision = Number(fresh.body.dataset.revision);
  replace(fresh);
  if (kind === "made") news.textContent = words.updated;
  if (kind === "fault") news.textContent = words.broken;
}

/** Put what is new in place of what is old; what has the focus keeps it, and what is typed stays. */
function replace(fresh) {
  const live = document.getElementById("live");
  const search = live.querySelector("search");
  const focus = live.contains(document.activeElement) ? document.activeElement : null;
  document.title = fresh.title;
  document.querySelector("h1").replaceWith(document.adoptNode(fresh.querySelector("h1")));
  live.replaceChildren(...document.adoptNode(fresh.getElementById("live")).childNodes);
  if (search) live.querySelector("search")?.replaceWith(search);
  const there = focus?.isConnected ? focus : live.querySelector(`a[href="${CSS.escape(focus?.getAttribute("href") ?? "")}"]`);
  there?.focus({ preventScroll: true });
}

listen(hear, () => { news.textContent = words.lost; });
