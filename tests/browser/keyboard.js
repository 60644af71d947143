// What Tab stops at, in the order of the document, through shadow trees and frames of the same site.
(() => {
  const INTERACTIVE = [
    "a[href]", "area[href]", "button", "input:not([type=hidden])", "select", "textarea", "summary", "[tabindex]",
    "[contenteditable]:not([contenteditable=false])", "audio[controls]", "video[controls]",
  ].join();
  const AROUND = 8; // pixels: as far as a mark of focus may lie outside

  function* elements(root) {
    for (const element of root.querySelectorAll("*")) {
      yield element;
      if (element.shadowRoot) yield* elements(element.shadowRoot);
      if (element.contentDocument) yield* elements(element.contentDocument);
    }
  }

  // Of a group of radio buttons one is a stop: the chosen one, or the first.
  const isPassedOver = (element) => {
    if (element.type !== "radio" || !element.name) return false;
    const group = [...element.getRootNode().querySelectorAll("input[type=radio]")].filter(
      (other) => other.name === element.name && other.form === element.form,
    );
    return element !== (group.find((other) => other.checked) ?? group[0]);
  };

  const isStop = (element) =>
    element.matches(INTERACTIVE) &&
    element.tabIndex >= 0 &&
    !element.matches(":disabled, [inert], [inert] *") &&
    element.checkVisibility({ visibilityProperty: true }) &&
    !isPassedOver(element);

  const name = (element) => {
    if (element.localName === "body") return "";
    const text = element.getAttribute("aria-label") || element.textContent.trim() || element.id || element.name || "";
    return `${element.localName} ${text.replace(/\s+/g, " ").slice(0, 40)}`.trim();
  };

  const names = () => [...elements(document)].filter(isStop).map(name);

  // The element with the focus, wherever it is; the body while none has it.
  const active = (root = document) => {
    const element = root.activeElement;
    const inner = element?.shadowRoot ?? element?.contentDocument;
    const within = inner?.activeElement;
    return within && within.localName !== "body" ? active(inner) : element;
  };

  // What a line of two pixels takes around the element, or around each piece of it where it runs over lines.
  const outlined = (element) => {
    const around = ({ width, height }) => 4 * (width + height);
    const pieces = [...element.getClientRects()].map(around).reduce((sum, line) => sum + line, 0);
    return Math.min(around(element.getBoundingClientRect()), pieces);
  };

  // The rectangle in view that has the element and its mark of focus in it.
  const surroundings = (element) => {
    let { x, y, width, height } = element.getBoundingClientRect();
    for (let { frameElement } = element.ownerDocument.defaultView; frameElement; ) {
      const outer = frameElement.getBoundingClientRect();
      x += outer.x + frameElement.clientLeft;
      y += outer.y + frameElement.clientTop;
      ({ frameElement } = frameElement.ownerDocument.defaultView);
    }
    const [left, top] = [Math.max(0, x - AROUND), Math.max(0, y - AROUND)];
    const right = Math.min(innerWidth, x + width + AROUND);
    const bottom = Math.min(innerHeight, y + height + AROUND);
    return { x: left, y: top, width: right - left, height: bottom - top };
  };

  return { names, name, active, surroundings, outlined };
})()
