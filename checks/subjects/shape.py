"""The shape of a page: its headings, links, pictures, tables and lists in their order, as letters.

The editions of a page have one shape, and so one string in memory for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.dom.tree import Node
    from checks.subjects.page import Page

HEADINGS: Final = "123456"
LINK, IMAGE, TABLE, ROW, LIST, ITEM = "aitrlm"
_LETTERS: Final = {
    **{f"h{level}": level for level in HEADINGS},
    "a": LINK,
    "img": IMAGE,
    "table": TABLE,
    "tr": ROW,
    **dict.fromkeys(("ul", "ol", "dl"), LIST),
    **dict.fromkeys(("li", "dt"), ITEM),
}


@dataclass(frozen=True, slots=True)
class Shape:
    """One letter for each element: those ``before`` the main content, in the ``content``, and ``after`` it.

    A page that does not say what its main content is has everything in it.
    """

    before: str
    content: str
    after: str

    @property
    def outline(self) -> str:
        """Return the levels of the headings in the main content."""
        return self.only(HEADINGS)

    def only(self, letters: str) -> str:
        """Return the elements of some kinds in the main content."""
        return "".join(letter for letter in self.content if letter in letters)


NO_SHAPE: Final = Shape("", "", "")


def shape_of(page: Page) -> Shape:
    """Return the shape of ``page``."""
    nodes = shaped(page)
    first, last = _main(page, len(nodes), nodes)
    letters = "".join(_LETTERS[node.tag] for node in nodes)
    return Shape(intern(letters[:first]), intern(letters[first:last]), intern(letters[last:]))


def shaped(page: Page) -> list[Node]:
    """Return the elements that make the shape of ``page``, in document order."""
    return [
        node for node in page.dom.all(*_LETTERS) if node.is_html and (node.tag != "a" or node.has("href"))
    ]


def _main(page: Page, number: int, nodes: Sequence[Node]) -> tuple[int, int]:
    """Return which of ``nodes``, from the first to before the last, stand in the one main element."""
    mains = [node for node in page.dom.all("main") if not node.has("hidden")]
    if len(mains) != 1:
        return 0, number
    main = mains[0]
    inside = [at for at, node in enumerate(nodes) if main.order < node.order < main.end]
    return (inside[0], inside[-1] + 1) if inside else (number, number)
