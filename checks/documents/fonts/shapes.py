"""What a character code shows, as far as the font and its program tell."""

from __future__ import annotations

from typing import Final, NamedTuple


class Shape(NamedTuple):
    """A glyph; fields as in :class:`~checks.documents.fonts.nouns.Glyph`."""

    is_notdef: bool = False
    is_present: bool | None = None
    drawn_width: float | None = None


UNKNOWN: Final = Shape()
NOTHING: Final = Shape(is_notdef=True)
MISSING: Final = Shape(is_present=False)


def drawn(width: float | None) -> Shape:
    """Return a glyph that the program has."""
    return Shape(is_present=True, drawn_width=width)
