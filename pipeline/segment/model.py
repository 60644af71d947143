"""What segmentation yields."""

from __future__ import annotations

from datetime import date

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from pipeline.skeleton import Link, LocaleFilter, Markup, Pieces


class Unit(Struct, frozen=True, array_like=True):
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
    placeholders: dict[str, Markup]
    filters: tuple[LocaleFilter, ...]

    @property
    def key(self) -> tuple[str | None, str]:
        """What a catalog knows the unit by: msgctxt and msgid."""
        return (self.context, self.msgid)

    def is_for(self, language: str) -> bool:
        """Tell whether the unit has a place in the edition of ``language``."""
        return not self.filters or all(each.admits(language) for each in self.filters)


class Segmented(Struct, frozen=True, array_like=True):
    """A page taken apart: its units in document order, and its skeleton.

    ``links`` are what it names of the rest of the site, in no order that matters.  ``title``,
    ``description`` and ``slug`` are unit numbers; a page without its own slug (a start page) has none.
    """

    page: str
    source: str
    units: tuple[Unit, ...]
    skeleton: Pieces
    links: tuple[Link, ...]
    title: int
    description: int | None
    slug: int | None
    updated: date | None

    def unit(self, number: int) -> Unit:
        """Return unit ``number``."""
        return self.units[number - 1]


encode_page = Encoder().encode
"""Writes a page that has been taken apart, or units alone, as bytes."""

decode_page = Decoder(Segmented).decode
"""Reads what :data:`encode_page` wrote."""

decode_units = Decoder(tuple[Unit, ...]).decode
"""Reads units alone, as :data:`encode_page` wrote them."""
