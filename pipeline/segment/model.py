"""What segmentation yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pipeline.markup import Markup, Pieces
    from pipeline.segment.slots import LocaleFilter


@dataclass(frozen=True, slots=True)
class Unit:
    """The smallest thing translated.

    ``number`` is its place in the page, from 1; ``line`` its line in ``source``; ``notes`` what a
    translator must know; ``filters`` limit the languages it is for.
    """

    number: int
    source: str
    line: int
    msgid: str
    context: str | None
    notes: tuple[str, ...]
    placeholders: Mapping[str, Markup]
    filters: tuple[LocaleFilter, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What a catalog knows the unit by: msgctxt and msgid."""
        return (self.context, self.msgid)

    def is_for(self, language: str) -> bool:
        """Tell whether the unit has a place in the edition of ``language``."""
        return all(locale_filter.admits(language) for locale_filter in self.filters)


@dataclass(frozen=True, slots=True)
class Segmented:
    """A page taken apart: its units in document order, and its skeleton.

    ``title``, ``description`` and ``slug`` are unit numbers; a page without its own slug (a start
    page) has none.
    """

    page: str
    source: str
    units: tuple[Unit, ...]
    skeleton: Pieces
    title: int
    description: int | None
    slug: int | None
    updated: date | None

    def unit(self, number: int) -> Unit:
        """Return unit ``number``."""
        return self.units[number - 1]
