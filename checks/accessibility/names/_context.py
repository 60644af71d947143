"""The programmatically determined context of a link (ACT's glossary)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.accessibility.names._links import LINKS
from checks.dom.exposure import is_programmatically_hidden
from checks.dom.roles import role
from checks.dom.styles import style
from checks.dom.tree import Node, Run, once
from checks.values.vague import has_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK_CONTAINERS: Final = frozenset(
    {"block", "flow-root", "inline-block", "list-item", "table-caption", "table-cell"}
)
_HEADERS: Final = frozenset({"columnheader", "rowheader"})
_TABLES: Final = frozenset({"grid", "table", "treegrid"})
_CELLS: Final = frozenset({"cell", "gridcell"})
_WHOLE: Final = frozenset({"body", "html", "main"})


@once
def context(link: Node) -> frozenset[Node]:
    """Return the elements that tell assistive technology more about ``link``.

    The headers of its table cell are left out that no ``headers`` names: they are those of the whole cell.
    """
    found = {*_items(link), *_block(link), *_cells(link), *link.refer("aria-describedby")}
    return frozenset(node for node in found if not is_programmatically_hidden(node))


def has_words_around(link: Node) -> bool:
    """Return whether there are words in the context of ``link`` besides its own, or in headers of its table.

    Where the context is the whole page, only those count that stand in one text with ``link``.
    """
    around = {*context(link), *_headings(link)}
    if any(teller is not link for node in around for teller in _tellers(node)):
        return True
    table = next((above for above in link.ancestors if role(above) in _TABLES), None)
    return table is not None and _has_headers(table)


@once
def _tellers(node: Node) -> list[Node | None]:
    """Return the first two links in ``node`` with words in them; None stands for words outside of links."""
    tellers: list[Node | None] = []
    waiting: list[tuple[Node | Run, Node | None]] = [(child, None) for child in reversed(node.children)]
    while waiting and len(tellers) < 2:  # noqa: PLR2004 - one of two is another than any link
        child, link = waiting.pop()
        if isinstance(child, Run) or is_programmatically_hidden(child):
            text = child.data if isinstance(child, Run) else ""
        else:
            link = link or (child if role(child) in LINKS else None)
            text = child.get("alt")
            if node.tag not in _WHOLE or not _is_block(child):
                waiting.extend((below, link) for below in reversed(child.children))
        if link not in tellers and has_letters(text):
            tellers.append(link)
    return tellers


@once
def _has_headers(table: Node) -> bool:
    headers = (node for node in table.descendants if role(node) in _HEADERS)
    return any(_tellers(header) for header in headers)


def _items(link: Node) -> Iterator[Node]:
    return (above for above in link.ancestors if role(above) == "listitem")


def _headings(link: Node) -> Iterator[Node]:
    """Yield the heading that ``link`` stands in, if only in a box at its end."""
    return islice((above for above in link.ancestors if role(above) == "heading"), 1)


def _block(link: Node) -> Iterator[Node]:
    return islice(filter(_is_block, link.ancestors), 1)


def _cells(link: Node) -> Iterator[Node]:
    """Yield the table cell that ``link`` stands in, and the cells that it names as its headers."""
    for cell in islice((above for above in link.ancestors if role(above) in _CELLS), 1):
        yield cell
        yield from cell.refer("headers")


def _is_block(node: Node) -> bool:
    return style(node)["display"] in _BLOCK_CONTAINERS
