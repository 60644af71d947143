// The panel drawn anew: what is open stays open, what has the focus keeps it.

const PARTS = ["fault", "live"];

/** Bring the panel of `page` to what `fresh`, the same page as it is now, says; call `drawn` before the focus is put back. */
export function draw(page, fresh, drawn) {
  const focus = whereIs(page.activeElement);
  const open = new Set([...page.querySelectorAll("details[open][data-unit]")].map((text) => text.dataset.unit));
  const current = page.querySelector("details[data-current]")?.dataset.unit;
  const edited = [...page.querySelectorAll("details:has([data-editing])")];
  const left = page.getElementById("left")?.checked;
  const { scrollTop } = page.getElementById("panel");

  for (const id of PARTS) {
    const [old, now] = [page.getElementById(id), fresh.getElementById(id)];
    if (!old || !now) continue;
    for (const text of now.querySelectorAll("details[data-unit]")) {
      text.open = open.has(text.dataset.unit);
      if (text.dataset.unit === current) text.dataset.current = "";
    }
    old.replaceChildren(...page.adoptNode(now).childNodes);
    old.hidden = now.hidden;
  }
  for (const text of edited) {
    const now = find(page, text.dataset.unit);
    if (now?.dataset.which === text.dataset.which) now?.replaceWith(text); // else the source has another text there
  }
  copyTitle(page, fresh);
  const box = page.getElementById("left");
  if (box && left) box.checked = true;
  drawn();
  page.getElementById("panel").scrollTop = scrollTop;
  focus?.(page)?.focus({ preventScroll: true });
}

function copyTitle(page, fresh) {
  page.title = fresh.title;
  Object.assign(page.body.dataset, { ...fresh.body.dataset });
  for (const selector of ["#title", "header nav"]) {
    const [old, now] = [page.querySelector(selector), fresh.querySelector(selector)];
    if (old && now && old.innerHTML !== now.innerHTML) old.replaceChildren(...page.adoptNode(now).childNodes);
  }
  page.getElementById("frame").title = fresh.getElementById("frame").title;
}

function find(page, unit) {
  return page.querySelector(`details[data-unit="${CSS.escape(unit)}"]`);
}

/** Return what finds, in the panel as it will be, the element that `element` is now. */
function whereIs(element) {
  if (!element?.closest("#fault, #live, header nav, #title")) return null;
  if (element.id) return (page) => page.getElementById(element.id) ?? page.getElementById("panel");
  const around = element.closest("[data-unit], section, nav");
  const selector = around?.dataset.unit
    ? `details[data-unit="${CSS.escape(around.dataset.unit)}"]`
    : around?.id ? `#${CSS.escape(around.id)}` : around?.tagName.toLowerCase();
  const index = around ? [...around.querySelectorAll(element.tagName)].indexOf(element) : -1;
  const tag = element.tagName;
  return (page) => {
    const found = selector && page.querySelector(selector);
    return found?.querySelectorAll(tag)[index] ?? page.getElementById("panel");
  };
}
