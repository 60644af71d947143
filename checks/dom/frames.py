"""The pages in a page's frames (HTML, 4.8.5): from ``srcdoc``, or a file of the same site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Dom, once
from pipeline.errors import TolkbarError
from pipeline.page import read_page

if TYPE_CHECKING:
    from turbohtml import Document

    from checks.dom.tree import Node

NESTED: Final = 3  # frames in frames; what is deeper nobody reads, and a page may frame itself
FRAMES: Final = 100  # of one window; pages that frame one another would be endlessly many
ELEMENTS: Final = 100_000  # of all frames of a window
SIZE: Final = 8 * 1024 * 1024  # bytes or characters of all frames of a window
_PAGE: Final = re.compile(r"\.(?:html?|xhtml)$", re.IGNORECASE)


@once
def frame(node: Node) -> Dom | None:
    """Return the page that an ``iframe`` or ``frame`` shows; None where it cannot be read here.

    ``srcdoc`` wins over ``src``; another server's page is none of ours to read, nor is what a window
    has no room for.
    """
    if node.tag not in {"iframe", "frame"}:
        return None
    window, nesting = _window(node)
    room = _room(window)
    if nesting >= NESTED or not room.takes_frame():
        return None
    if node.has("srcdoc"):
        document = room.read(node.get("srcdoc"), "")
        return None if document is None else Dom(document, node.dom.surroundings, node)
    return _page(node, room)


def dismantle(dom: Dom) -> None:
    """Take a page apart of which nothing more is asked, and the pages that were seen in its frames."""
    for node in dom.all("iframe", "frame"):
        shown: Dom | None = node.memory.get(frame)
        if shown is not None:
            dismantle(shown)
    dom.dismantle()


@dataclass(slots=True)
class _Room:
    """What a window can still show in frames."""

    frames: int = FRAMES
    elements: int = ELEMENTS
    size: int = SIZE

    def takes_frame(self) -> bool:
        """Return whether one more frame has room, and give it that."""
        self.frames -= 1
        return self.frames >= 0

    def read(self, content: str | bytes, path: str) -> Document | None:
        """Parse a framed page; None where it is too large, and then no other has room either."""
        document = self._parse(content, path)
        if document is None:
            self.frames = 0
        return document

    def _parse(self, content: str | bytes, path: str) -> Document | None:
        self.size -= len(content)
        if self.size < 0:
            return None
        try:
            document = read_page(content, path).document
        except TolkbarError:  # it would fill the memory
            return None
        self.elements -= sum(1 for _ in islice(document.iter_elements(), self.elements + 1))
        return document if self.elements >= 0 else None


@once
def _room(window: Dom) -> _Room:  # noqa: ARG001 - it is where the answer is kept
    return _Room()


def _page(node: Node, room: _Room) -> Dom | None:
    surroundings = node.dom.surroundings
    path = surroundings.follow(node.get("src")) if node.get("src").strip() else None
    content = surroundings.read(path) if path is not None and _PAGE.search(path) else None
    document = None if path is None or content is None else room.read(content, path)
    if path is None or document is None:
        return None
    base = document.select_one("base[href]")
    return Dom(document, surroundings.at(path, base.attr("href") if base is not None else None), node)


def _window(node: Node) -> tuple[Dom, int]:
    """Return the page in a window that ``node`` is shown in, through how many frames."""
    nesting, window = 0, node.dom
    while window.frame is not None:
        nesting, window = nesting + 1, window.frame.dom
    return window, nesting
