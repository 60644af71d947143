"""Names of glyphs: the predefined encodings (ISO 32000-1, annex D) and the Adobe Glyph List."""

from __future__ import annotations

from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.objects import as_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checks.documents.objects import Dictionary

NOTDEF: Final = ".notdef"
CODES: Final = 256  # of a simple font
_CODECS: Final = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}
_OTHER_NAMES: Final = {  # than those which the Adobe Glyph List for New Fonts gives the characters
    "WinAnsiEncoding": {
        0xA0: "space",
        0xAD: "hyphen",
        0xB2: "twosuperior",
        0xB3: "threesuperior",
        0xB9: "onesuperior",
    }
    | dict.fromkeys((0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D), "bullet"),  # annex D.2, note 3
    "MacRomanEncoding": {
        0xBD: "Omega",
        0xCA: "space",
        0xDB: "currency",
        0xDE: "fi",
        0xDF: "fl",
        0xF0: "apple",
    },
}
_FIRST: Final = 0x20  # code of a predefined encoding that shows anything


class Encoding(NamedTuple):
    """What the Encoding of a simple font says (9.6.6)."""

    is_stated: bool
    base: str | None  # the name of a predefined encoding, or what stands in its place
    differences: Mapping[int, str]


def read_encoding(font: Dictionary) -> Encoding:
    """Return the encoding of a font dictionary: a name, or a dictionary with a base and differences."""
    stated = font.dictionary("/Encoding")
    if stated is None:
        return Encoding("/Encoding" in font, font.name("/Encoding"), {})
    return Encoding(is_stated=True, base=stated.name("/BaseEncoding"), differences=_differences(stated))


def _differences(encoding: Dictionary) -> dict[int, str]:
    found: dict[int, str] = {}
    code = 0
    for value in encoding.array("/Differences"):
        name = as_name(value)
        if isinstance(value, int):
            code = int(value)
        elif name is not None and 0 <= code < CODES:
            found[code] = name
            code += 1
    return found


@lru_cache
def names(encoding: str | None) -> Mapping[int, str]:
    """Return the name of the glyph of each code; nothing for an encoding that we do not know."""
    if encoding == "StandardEncoding":
        return _standard()
    if encoding not in _CODECS:
        return MappingProxyType({})
    from fontTools.agl import UV2AGL  # noqa: PLC0415 - a list that takes long to load, and few documents need

    shown = {code: UV2AGL.get(ord(text), NOTDEF) for code, text in characters(encoding).items()}
    return MappingProxyType(shown | _OTHER_NAMES[encoding])


@lru_cache
def characters(encoding: str | None) -> Mapping[int, str]:
    """Return the character of each code, of the encodings that have a codec."""
    codec = _CODECS.get(encoding or "")
    if codec is None:
        return MappingProxyType({})
    shown = {code: bytes([code]).decode(codec, "ignore") for code in range(_FIRST, CODES)}
    return MappingProxyType({code: text for code, text in shown.items() if text})


@cache
def mac_codes() -> Mapping[str, int]:
    """Return the first code of each name in the Macintosh's Roman encoding, by which its 'cmap' looks up."""
    first: dict[str, int] = {}
    for code, name in names("MacRomanEncoding").items():
        first.setdefault(name, code)
    return MappingProxyType(first)


@lru_cache(maxsize=8192)
def text_of(name: str) -> str:
    """Return what a glyph's name stands for by the Adobe Glyph List Specification; empty: nothing."""
    from fontTools.agl import toUnicode  # noqa: PLC0415 - as above

    return str(toUnicode(name))


@cache
def _standard() -> Mapping[int, str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding  # noqa: PLC0415 - as above

    return MappingProxyType({code: name for code, name in enumerate(StandardEncoding) if name != NOTDEF})
