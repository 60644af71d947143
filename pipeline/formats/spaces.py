"""Spaces: a line must not break inside a number, and nobody should have to type that."""

from __future__ import annotations

NBSP = "\u00a0"
THIN = "\u2009"
NARROW_NBSP = "\u202f"

_PLAIN = str.maketrans(dict.fromkeys((NBSP, THIN, NARROW_NBSP), " "))
_TIDY = {ord(NARROW_NBSP): NBSP, ord(THIN): " "}
_UNBREAKABLE = str.maketrans(dict.fromkeys((" ", THIN, NARROW_NBSP), NBSP))


def plain(text: str) -> str:
    """Return ``text`` with U+00A0, U+202F and U+2009 as ordinary spaces: for machines and for comparison."""
    return text.translate(_PLAIN)


def unbreakable(text: str) -> str:
    """Return ``text`` with every space as U+00A0."""
    return text.translate(_UNBREAKABLE)


def tidy(text: str) -> str:
    """Return text from CLDR with U+00A0 as its only special space.

    CLDR mixes U+202F and U+2009 in between releases; old fonts show them as boxes.
    """
    return text.translate(_TIDY)
