"""From a character code to a glyph of a simple TrueType font (ISO 32000-1, 9.6.6.4).

Readers try one way after the other; a glyph that any of them finds is taken as found.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from checks.documents.fonts.encodings import mac_codes, text_of
from checks.documents.fonts.nouns import MICROSOFT_SYMBOL, MICROSOFT_UNICODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.fonts.sfnt import Key, Sfnt

MACINTOSH_ROMAN: Final = (1, 0)
_UNICODE: Final = (MICROSOFT_UNICODE, (3, 10), (0, 3), (0, 4), (0, 1), (0, 0), (0, 2), (0, 6))
_SYMBOL_PAGES: Final = (0xF000, 0, 0xF100, 0xF200)  # where symbols stand in the private use area
_TWINS: Final = {0x2206: 0x394, 0x2126: 0x3A9, 0xB5: 0x3BC}  # the glyph list's Delta, Omega and mu, in Greek


def glyph_of(program: Sfnt, code: int, name: str | None, *, is_symbolic: bool) -> int | None:
    """Return the glyph of a code that the encoding calls ``name``; 0: none; None: nobody can know."""
    if not program.subtables:
        return None
    ways = (_by_code(program, code), _by_name(program, name))
    return next((glyph for glyph in chain(*(ways if is_symbolic else reversed(ways))) if glyph), 0)


def _by_code(program: Sfnt, code: int) -> Iterator[int]:
    if MICROSOFT_SYMBOL in program.subtables:
        yield from (program.glyph(MICROSOFT_SYMBOL, page + code) for page in _SYMBOL_PAGES)
    if MACINTOSH_ROMAN in program.subtables:
        yield program.glyph(MACINTOSH_ROMAN, code)
    if len(program.subtables) == 1:
        (key,) = program.subtables
        yield from (program.glyph(key, page + code) for page in (0, _SYMBOL_PAGES[0]))


def _by_name(program: Sfnt, name: str | None) -> Iterator[int]:
    if name is None:
        return
    text = text_of(name)
    if len(text) == 1:
        for key in _unicode(program):
            yield program.glyph(key, ord(text))
            yield program.glyph(key, _TWINS.get(ord(text), 0))
    if MACINTOSH_ROMAN in program.subtables and name in mac_codes():
        yield program.glyph(MACINTOSH_ROMAN, mac_codes()[name])
    yield program.names.get(name, 0)


def _unicode(program: Sfnt) -> Iterator[Key]:
    return (key for key in _UNICODE if key in program.subtables)
