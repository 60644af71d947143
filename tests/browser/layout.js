// What its layout does to a page's text: one line for each piece that is out of the page, cut off, covered or overlapped.
() => {
  scrollTo({ top: 0, behavior: "instant" });
  const SLACK = 1; // pixels that rounding may take
  const LEADING = 0.2; // of a line's height, above and below its letters

  const root = document.documentElement;
  const quoted = (node) => `“${node.data.trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const clips = (overflow) => overflow === "hidden" || overflow === "clip";

  // Words for screen readers alone are kept in a box of a pixel.
  const isForEarsOnly = (element) => {
    for (let box = element; box; box = box.parentElement) {
      if (clips(getComputedStyle(box).overflowX) && box.offsetWidth <= 1 && box.offsetHeight <= 1) return true;
    }
    return false;
  };

  // Every line of text that is drawn: its node, and the rectangle of its letters, on the page.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const isFolded = element.matches("details:not([open])");
    if (!node.data.trim() || isFolded || isForEarsOnly(element)) continue;
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const leading = LEADING * (bottom - top);
      if (right - left > SLACK) lines.push({ node, left, right, top: top + leading, bottom: bottom - leading });
    }
  }

  // Whether the boxes around a line leave some of it neither in view nor to be scrolled to.
  const isCut = ({ node, left, right, top, bottom }) => {
    for (let box = node.parentElement; box && box !== root; box = box.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(box);
      const edge = box.getBoundingClientRect();
      if (clips(overflowX) && (left < edge.left - SLACK || right > edge.right + SLACK)) return true;
      if (clips(overflowY) && (top < edge.top - SLACK || bottom > edge.bottom + SLACK)) return true;
      if (overflowX === "auto" || overflowX === "scroll" || position === "fixed") return false;
    }
    return left < -SLACK || top < -SLACK || right > root.clientWidth + SLACK;
  };

  // Which element lies at a point, the browser says of what is in view alone.
  const isCovered = ({ node, left, right, top, bottom }) => {
    const middle = (top + bottom) / 2;
    if (middle < scrollY || middle > scrollY + innerHeight) scrollTo({ top: middle - innerHeight / 2, behavior: "instant" });
    return [0.1, 0.5, 0.9].some((part) => {
      const hit = document.elementFromPoint(left + part * (right - left), middle - scrollY);
      return hit && !hit.contains(node) && !node.parentElement.contains(hit);
    });
  };

  const overlap = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;

  const found = [];
  if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} pixels in ${root.clientWidth}`);
  const cut = lines.filter(isCut); // before anything is scrolled
  const covered = lines.filter((line) => !cut.includes(line) && isCovered(line));
  found.push(...cut.map(({ node }) => `cut off: ${quoted(node)}`), ...covered.map(({ node }) => `covered: ${quoted(node)}`));
  lines.forEach((line, index) => {
    for (const other of lines.slice(index + 1)) {
      if (overlap(line, other)) found.push(`overlapping: ${quoted(line.node)} and ${quoted(other.node)}`);
    }
  });
  return [...new Set(found)];
}
