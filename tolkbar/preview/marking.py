"""A page of the candidate with the elements named that units' words stand in; only what is served has that.

The trace says where in the page's text the words of each unit begin.  Before a unit's element stand
perhaps those around it that begin with the same unit, and after it those of its own sentence; the
innermost block among them is the one that a translator would point at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from pipeline.page import read_page
from pipeline.segment.elements import WITHIN_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pipeline.trace import PageTrace

ATTRIBUTE = "data-tolkbar-unit"
"""The attribute that names an element's units, several with spaces between them."""


@dataclass(frozen=True, slots=True)
class _Tag:
    """The start tag of an element: where it begins and ends in the text, and where its element ends."""

    name: str
    start: int
    inside: int
    end: int


@dataclass(slots=True)
class _Group:
    """Tags around and within the same words of a unit, the outermost first."""

    tags: list[_Tag] = field(default_factory=list)

    def takes(self, tag: _Tag) -> bool:
        """Tell whether ``tag`` stands within the group."""
        return not self.tags or tag.start < self.tags[0].end

    @property
    def best(self) -> _Tag:
        """The innermost block, else the outermost of what is part of a sentence."""
        blocks = [tag for tag in self.tags if tag.name not in WITHIN_TEXT]
        return blocks[-1] if blocks else self.tags[0]


def marked(html: str, trace: PageTrace) -> str:
    """Return ``html`` with the elements of units named, as ``data-tolkbar-unit="kontakt.3"``."""
    found: dict[_Tag, list[str]] = {}
    for unit, groups in _groups(html, trace).items():
        for group in groups:
            found.setdefault(group.best, []).append(unit)
    parts, last = [], 0
    for tag in sorted(found, key=lambda tag: tag.start):
        place = tag.start + 1 + len(tag.name)
        parts += [html[last:place], f' {ATTRIBUTE}="{escape(" ".join(dict.fromkeys(found[tag])))}"']
        last = place
    return "".join([*parts, html[last:]])


def _groups(html: str, trace: PageTrace) -> dict[str, list[_Group]]:
    """Return the tags of each unit, those that stand in one another together."""
    units: dict[str, list[_Group]] = {}
    for tag, unit in _tags_at(trace.units(), _tags(html)):
        groups = units.setdefault(unit, [_Group()])
        if not groups[-1].takes(tag):
            groups.append(_Group())
        groups[-1].tags.append(tag)
    return units


def _tags_at(places: Iterable[tuple[int, str]], tags: Iterable[_Tag]) -> Iterator[tuple[_Tag, str]]:
    """Yield the tag that begins at each place, or that it stands in, or the innermost around it."""
    waiting = iter(tags)
    following = next(waiting, None)
    open_ones: list[_Tag] = []
    for place, unit in places:
        while following is not None and following.start <= place:
            open_ones.append(following)
            following = next(waiting, None)
        while open_ones and open_ones[-1].end <= place:
            open_ones.pop()
        if open_ones:
            yield open_ones[-1], unit


def _tags(html: str) -> list[_Tag]:
    """Return the tags that are written in a page, in order; an element without end ends with its parent."""
    found: list[_Tag] = []
    ends: dict[object, int] = {}
    for element in read_page(html, "page.html").elements():
        around = ends.get(element.parent, len(html))
        spans = element.source_location
        if spans is None:
            ends[element] = around
            continue
        opening, closing = spans.start_tag, spans.end_tag
        is_void = closing is None and not len(element)
        ends[element] = closing.end_offset if closing else opening.end_offset if is_void else around
        found.append(_Tag(element.tag, opening.start_offset, opening.end_offset, ends[element]))
    return sorted(found, key=lambda tag: tag.start)
