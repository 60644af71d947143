// The site's page in its frame: its texts marked, and put back where it was when it is loaded anew.

const UNIT = "data-tolkbar-unit";
const STATE = "data-tolkbar-state";
const LABEL = "data-tolkbar-label";
const CHOSEN = "data-tolkbar-chosen";
const ORDER = ["untranslated", "fuzzy", "translated"];

const STYLE = `
[${STATE}] { outline: 2px solid #1b8a5a; outline-offset: 2px; }
[${STATE}="fuzzy"] { outline: 3px dashed #9a6100; }
[${STATE}="untranslated"] { outline: 3px dotted #b3261e; }
[${STATE}]:not([${STATE}="translated"])::after {
  content: " [" attr(${LABEL}) "]"; font: 600 0.75rem/1.4 system-ui, sans-serif; letter-spacing: normal;
  text-transform: none; color: #fff; background: #333; padding: 0 0.25em; margin-inline-start: 0.4em;
  border-radius: 2px; white-space: nowrap;
}
[${CHOSEN}] { outline: 4px solid #0b57d0 !important; outline-offset: 3px; box-shadow: 0 0 0 9px #ffd54a99 !important; }
`;

export class Frame {
  constructor(element, { select, moved, framed }) {
    this.element = element;
    this.shown = true;
    this.unit = null;
    this.place = null;
    this.address = element.getAttribute("src");
    this.calls = { select, moved, framed };
  }

  /** Begin: the page may have been loaded before this was. */
  start() {
    this.element.addEventListener("load", () => this.loaded());
    if (this.page?.readyState === "complete" && this.page.URL !== "about:blank") this.loaded();
  }

  /** The site's page, null where the frame shows something that is not ours. */
  get page() {
    try {
      return this.element.contentDocument;
    } catch {
      return null;
    }
  }

  /** Show an address, at the same place and with the same element in focus where it is the same page. */
  load(address) {
    const view = this.element.contentWindow;
    this.address = address;
    if (this.page && !this.place) { // what a load that is still under way has left is the place to come back to
      const path = [...ancestry(this.page.activeElement)];
      this.place = { x: view.scrollX, y: view.scrollY, focus: path, had: document.activeElement === this.element };
    }
    return new Promise((resolve) => {
      this.element.addEventListener("load", resolve, { once: true });
      view.location.replace(address);
    });
  }

  loaded() {
    const page = this.page;
    if (!page || !page.body) return;
    const sheet = new this.element.contentWindow.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    this.sheet = sheet;
    page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
    page.addEventListener("click", (event) => this.clicked(event));
    page.addEventListener("focusin", (event) => this.met(event.target, false));
    this.restore(page);
    this.show(this.shown);
    this.calls.framed(page);
    if (this.unit) this.choose(this.unit, false);
    const path = page.location.pathname;
    if (path.startsWith("/site/") && path !== this.address) {
      this.address = path;
      this.calls.moved(path.slice("/site/".length));
    }
  }

  restore(page) {
    if (!this.place) return;
    const { x, y, focus, had } = this.place;
    this.place = null;
    this.element.contentWindow.scrollTo({ left: x, top: y, behavior: "instant" });
    const element = focus.reduce((at, index) => at?.children[index], page.documentElement);
    if (had && element && element !== page.body) element.focus({ preventScroll: true });
  }

  /** Give the elements of the page the states that the panel knows. */
  mark(panel) {
    const page = this.page;
    if (!page) return;
    const texts = new Map();
    for (const text of panel.querySelectorAll("details[data-unit]")) {
      texts.set(text.dataset.unit, [text.dataset.state, text.querySelector(".state")?.textContent ?? ""]);
    }
    for (const element of page.querySelectorAll(`[${UNIT}]`)) {
      const known = element.getAttribute(UNIT).split(" ").map((unit) => texts.get(unit)).filter((one) => one?.[0]);
      known.sort((one, other) => ORDER.indexOf(one[0]) - ORDER.indexOf(other[0]));
      if (known.length) {
        element.setAttribute(STATE, known[0][0]);
        element.setAttribute(LABEL, known[0][1]);
      } else {
        element.removeAttribute(STATE);
      }
    }
  }

  /** Show the marks, or take them away. */
  show(shown) {
    this.shown = shown;
    if (this.sheet) this.sheet.disabled = !shown;
  }

  /** Mark the elements of a unit as chosen, and go there if asked to; return them. */
  choose(unit, scroll) {
    this.unit = unit;
    const page = this.page;
    if (!page) return [];
    for (const element of page.querySelectorAll(`[${CHOSEN}]`)) element.removeAttribute(CHOSEN);
    const found = [...page.querySelectorAll(`body [${UNIT}~="${CSS.escape(unit)}"], body[${UNIT}~="${CSS.escape(unit)}"]`)];
    for (const element of found) element.setAttribute(CHOSEN, "");
    if (scroll && found[0]?.getClientRects().length) this.goTo(found[0]);
    return found;
  }

  /** Bring an element to the middle of the frame; the page around it stays where the reader is. */
  goTo(element) {
    const view = this.element.contentWindow;
    const { top, height } = element.getBoundingClientRect();
    const above = Math.max(0, (view.innerHeight - height) / 2);
    view.scrollBy({ top: top - above, behavior: calm() ? "instant" : "smooth" });
  }

  clicked(event) {
    const link = event.target.closest?.("a[href]");
    if (link && new URL(link.href, location.href).origin !== location.origin) {
      event.preventDefault();
      window.open(link.href, "_blank", "noopener,noreferrer");
      return;
    }
    if (!link && !event.target.closest?.("button, input, select, textarea, summary, label")) this.met(event.target, true);
  }

  /** Let the panel know of the text that somebody points at or has come to. */
  met(target, pointed) {
    const element = target.closest?.(`[${UNIT}]`);
    if (element && (pointed || element === target)) this.calls.select(element.getAttribute(UNIT).split(" ")[0], pointed ? "page" : "focus");
  }
}

function* ancestry(element) {
  const path = [];
  for (let at = element; at?.parentElement; at = at.parentElement) path.unshift([...at.parentElement.children].indexOf(at));
  yield* path;
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
