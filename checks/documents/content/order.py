"""The order of the tags against where their text stands."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.content.nouns import Jump
from checks.documents.structure import Element

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.documents.content.state import Box
    from checks.documents.structure import Structure

_UP: Final = 40.0  # points: three lines
_ACROSS: Final = 24.0  # points: farther off, it is another column
_APART: Final = frozenset({"Note", "TOC", "Table", "Figure", "Formula", "Form", "Caption"})


class Place(NamedTuple):
    """Where the text of an element stands on a page: ``box`` is around the beginnings of its lines."""

    page: int
    box: Box
    text: str


def jumps(places: Mapping[int, Place], structure: Structure) -> Iterator[Jump]:
    """Yield the texts that are followed, in the order of the tags, by one above them in the same column.

    ``places`` are by the numbers of elements.  Notes stand at the foot of the page, pictures and tables
    where there is room; those are left out.
    """
    flowing = [(number, places[number]) for number in sorted(places) if _flows(Element(structure, number))]
    for (number, one), (_, other) in pairwise(flowing):
        if one.page == other.page and _is_above(other.box, one.box):
            yield Jump(one.page, Element(structure, number).path, one.text, other.text)


def _is_above(other: Box, box: Box) -> bool:
    return other[1] - box[3] > _UP and abs(other[0] - box[0]) < _ACROSS


def _flows(element: Element) -> bool:
    return element.role not in _APART and all(above.role not in _APART for above in element.ancestors)
