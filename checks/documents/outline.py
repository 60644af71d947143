"""The outline: the bookmarks that readers show beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.destinations import Destinations
from checks.documents.objects import as_name
from checks.documents.opened import Gap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

ITEMS: Final = 20_000
TITLE: Final = 1_000  # characters


class Bookmark(NamedTuple):
    """One bookmark; ``level`` is counted from 1, and so is ``page``, to which it leads.

    0 where it leads to no page of this document; None where that is not known.
    """

    title: str
    level: int
    page: int | None


def read_outline(opened: Opened) -> tuple[Bookmark, ...]:
    """Return the bookmarks in their order."""
    destinations = Destinations(opened)
    found = []
    for level, item in items(opened):
        title = (item.text("/Title") or "")[:TITLE]
        found.append(Bookmark(title, level, _page(item, destinations)))
    return tuple(found)


def items(opened: Opened) -> Iterator[tuple[int, Dictionary]]:
    """Yield the items of the outline with their levels, each once, at most ``ITEMS``."""
    root = opened.catalog.dictionary("/Outlines")
    first = None if root is None else root.dictionary("/First")
    waiting = [] if first is None else [(1, first)]
    met: set[int] = set()
    while waiting:
        level, item = waiting.pop()
        if item.id in met:
            continue
        if len(met) == ITEMS:
            opened.gaps.append(Gap("outline", "limit"))
            return
        met.add(item.id)
        yield level, item
        following = ((level, item.dictionary("/Next")), (level + 1, item.dictionary("/First")))
        waiting += [(depth, one) for depth, one in following if one is not None]


def _page(item: Dictionary, destinations: Destinations) -> int | None:
    action = item.dictionary("/A")
    if "/Dest" in item or action is None:
        return destinations.page(item.value("/Dest"))
    return destinations.page(action.value("/D")) if as_name(action.value("/S")) == "GoTo" else 0
