"""The programmatically determined context of a link (ACT's glossary)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.accessibility.names._words import has_letters
from checks.dom.exposure import is_programmatically_hidden
from checks.dom.roles import role
from checks.dom.styles import style
from checks.dom.tree import Node, Run, once

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK_CONTAINERS: Final = frozenset(
    {"block", "flow-root", "inline-block", "list-item", "table-caption", "table-cell"}
)
_CELLS: Final = frozenset({"cell", "gridcell"})
_READ: Final = 1000  # pieces of text; who has not found words in so many has a page of signs
_WHOLE: Final = frozenset({"body", "html", "main"})


@once
def context(link: Node) -> frozenset[Node]:
    """Return the elements that tell assistive technology more about ``link``."""
    found = {*_items(link), *_block(link), *_cells(link), *link.refer("aria-describedby")}
    return frozenset(node for node in found if not is_programmatically_hidden(node))


def has_words_around(link: Node) -> bool:
    """Return whether there are words in the context of ``link`` besides its own.

    Where the context is the whole page, only those count that stand in one text with ``link``.
    """
    texts = islice((text for node in context(link) for text in _texts(node, link)), _READ)
    return any(number == _READ - 1 or has_letters(text) for number, text in enumerate(texts))


def _texts(node: Node, link: Node) -> Iterator[str]:
    waiting: list[Node | Run] = node.children[::-1]
    while waiting:
        child = waiting.pop()
        if isinstance(child, Run):
            yield child.data
        elif child is not link and not is_programmatically_hidden(child):
            yield child.get("alt")
            if node.tag not in _WHOLE or not _is_block(child):
                waiting.extend(reversed(child.children))


def _items(link: Node) -> Iterator[Node]:
    return (above for above in link.ancestors if role(above) == "listitem")


def _block(link: Node) -> Iterator[Node]:
    return (above for above in [next(filter(_is_block, link.ancestors), None)] if above is not None)


def _cells(link: Node) -> Iterator[Node]:
    """Yield the table cell that ``link`` stands in, and the cells that are its headers."""
    cell = next((above for above in link.ancestors if role(above) in _CELLS), None)
    if cell is not None:
        yield cell
        yield from cell.refer("headers")


def _is_block(node: Node) -> bool:
    return style(node)["display"] in _BLOCK_CONTAINERS
