"""The pages in a page's frames (HTML, 4.8.5): from ``srcdoc``, or a file of the same site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Dom, once
from pipeline.page import read_page

if TYPE_CHECKING:
    from checks.dom.tree import Node

NESTED: Final = 3  # frames in frames; what is deeper nobody reads, and a page may frame itself
FRAMES: Final = 100  # of one window; pages that frame one another would be endlessly many
_PAGE: Final = re.compile(r"\.(?:html?|xhtml)$", re.IGNORECASE)


@once
def frame(node: Node) -> Dom | None:
    """Return the page that an ``iframe`` or ``frame`` shows; None where it cannot be read here.

    ``srcdoc`` wins over ``src``; another server's page is none of ours to read.
    """
    if node.tag not in {"iframe", "frame"} or not _has_room(node):
        return None
    if node.has("srcdoc"):
        document = read_page(node.get("srcdoc"), "").document
        return Dom(document, node.dom.surroundings, node)
    return _page(node)


def _page(node: Node) -> Dom | None:
    surroundings = node.dom.surroundings
    path = surroundings.follow(node.get("src")) if node.get("src").strip() else None
    content = surroundings.read(path) if path is not None and _PAGE.search(path) else None
    if path is None or content is None:
        return None
    document = read_page(content, path).document
    base = document.select_one("base[href]")
    return Dom(document, surroundings.at(path, base.attr("href") if base is not None else None), node)


def _has_room(node: Node) -> bool:
    """Return whether the window may show one more frame, and so deep; it counts the ones that it shows."""
    nesting, window = 0, node.dom
    while window.frame is not None:
        nesting, window = nesting + 1, window.frame.dom
    shown: int = window.memory.get(frame, 0)
    window.memory[frame] = shown + 1
    return nesting < NESTED and shown < FRAMES
