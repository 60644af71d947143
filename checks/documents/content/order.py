"""The order of the tags against where their text stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.content.nouns import Order
from checks.documents.structure import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.documents.pages import Box
    from checks.documents.structure import Structure

_UP: Final = 40.0  # points: three lines
_ACROSS: Final = 24.0  # points: farther off, it is another column
_APART: Final = frozenset({"Note", "TOC", "Table", "Figure", "Formula", "Form", "Caption"})


class Place(NamedTuple):
    """Where the text of an element stands on a page: ``box`` is around the beginnings of its lines."""

    page: int
    box: Box
    text: str


def orders(places: Mapping[int, Place], structure: Structure) -> Iterator[Order]:
    """Yield, page by page, how the tags run; ``places`` are by the numbers of elements.

    Notes stand at the foot of the page, pictures and tables where there is room; those are left out.
    """
    flowing = [number for number in sorted(places) if _flows(Element(structure, number))]
    steps = [(one, other) for one, other in pairwise(flowing) if places[one].page == places[other].page]
    by_page: dict[int, list[tuple[int, int]]] = {}
    for step in steps:
        by_page.setdefault(places[step[0]].page, []).append(step)
    for page, found in by_page.items():
        up = [step for step in found if _is_above(places[step[1]].box, places[step[0]].box)]
        if up:
            one, other = up[0]
            path = Element(structure, one).path
            yield Order(page, len(found), len(up), path, places[one].text, places[other].text)
        else:
            yield Order(page, len(found))


def _is_above(other: Box, box: Box) -> bool:
    return other[1] - box[3] > _UP and abs(other[0] - box[0]) < _ACROSS


def _flows(element: Element) -> bool:
    return element.role not in _APART and all(above.role not in _APART for above in element.ancestors)
