"""Type 1 programs (Adobe Type 1 Font Format): names of glyphs, built-in encoding, widths.

A program is text, with a part that is enciphered; it is searched, never run.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.documents.fonts.encodings import names

if TYPE_CHECKING:
    from collections.abc import Iterator

_EEXEC: Final = re.compile(rb"eexec[ \t\r\n]{0,4}")
_EEXEC_KEY: Final = 55665
_CHARSTRING_KEY: Final = 4330
_RANDOM: Final = 4  # bytes before the enciphered part
_ENCIPHERED: Final = 4_000_000  # bytes of it that are looked at
_SEGMENT: Final = 0x80  # begins each segment of a PFB file: mark, kind, length in four bytes
_TEXT: Final = 1
_END: Final = 3
_HEX: Final = re.compile(rb"[0-9A-Fa-f\s]{8}")
_NOT_HEX: Final = re.compile(rb"[^0-9A-Fa-f\s]")
_CHARSTRINGS: Final = re.compile(rb"/CharStrings\b")
_GLYPH: Final = re.compile(rb"/([^\s/\[\](){}<>%]+)\s+(\d{1,5})\s+(?:RD|-\||[^\s/\d]\S*) ")
_LEAD: Final = re.compile(rb"/lenIV\s+(\d{1,2})")
_CODE: Final = re.compile(
    rb"dup\s+(?:(\d{1,3})|8#([0-7]{1,3})|16#([0-9A-Fa-f]{1,2}))\s*/([^\s/\[\](){}<>%]+)\s+put"
)
_STANDARD: Final = re.compile(rb"/Encoding\s+StandardEncoding\b")
_MATRIX: Final = re.compile(rb"/FontMatrix\s*[\[{]\s*([-+.\deE]+)")
_GLYPHS: Final = 65_536
_NUMBERS: Final = 32  # from this byte on, bytes of a charstring are numbers, not operators
_TWO_BYTES: Final = 247
_TWO_BYTES_NEGATIVE: Final = 251
_FIVE_BYTES: Final = 255
_ESCAPE: Final = 12
_DIV: Final = _ESCAPE << 8 | 12
_WIDTH_AT: Final = {13: 1, _ESCAPE << 8 | 7: 2}  # hsbw: bearing, width; sbw: two bearings, then the width
_HEAD: Final = 64  # bytes of a charstring, within which its width stands


class Type1:
    """A program; what is no Type 1 program raises ``ValueError``."""

    def __init__(self, data: bytes) -> None:
        """Find its two parts."""
        whole = _joined(data)
        begin = _EEXEC.search(whole)
        if begin is None:
            raise ValueError("eexec")
        self._text = whole[: begin.start()]
        self._private = deciphered(_bytes(whole[begin.end() :])[:_ENCIPHERED], _EEXEC_KEY)[_RANDOM:]

    @property
    def names(self) -> frozenset[str]:
        """Return the names of its glyphs."""
        return frozenset(self._charstrings)

    @cached_property
    def encoding(self) -> dict[int, str]:
        """Return its own encoding: the name of the glyph of each code."""
        if _STANDARD.search(self._text):
            return dict(names("StandardEncoding"))
        return {_code(found): found[4].decode("latin-1") for found in _CODE.finditer(self._text)}

    def width(self, name: str) -> float | None:
        """Return how far a glyph advances, in thousandths; None where its program does not say so plainly."""
        charstring = self._charstrings[name]
        if self._lead >= 0:
            charstring = deciphered(charstring[: _HEAD + self._lead], _CHARSTRING_KEY)[self._lead :]
        width = stated_width(charstring)
        return None if width is None else width * self._scale

    @cached_property
    def _charstrings(self) -> dict[str, bytes]:
        """Return what follows /CharStrings: each name, the length of its program, and that many bytes."""
        begin = _CHARSTRINGS.search(self._private)
        found: dict[str, bytes] = {}
        at = len(self._private) if begin is None else begin.end()
        while len(found) < _GLYPHS and (glyph := _GLYPH.search(self._private, at)) is not None:
            at = glyph.end() + int(glyph[2])
            found[glyph[1].decode("latin-1")] = self._private[glyph.end() : at]
        if not found:
            raise ValueError("CharStrings")
        return found

    @cached_property
    def _lead(self) -> int:
        found = _LEAD.search(self._private)
        return _RANDOM if found is None else int(found[1])

    @cached_property
    def _scale(self) -> float:
        found = _MATRIX.search(self._text)
        return 1.0 if found is None else float(found[1]) * 1000


def deciphered(cipher: bytes, key: int) -> bytes:
    """Return what ``cipher`` says (section 7.1): each byte changes the key for the next."""
    plain = bytearray()
    for byte in cipher:
        plain.append(byte ^ key >> 8)
        key = (byte + key) * 52845 + 22719 & 0xFFFF
    return bytes(plain)


def stated_width(charstring: bytes) -> float | None:
    """Return the width that a charstring begins with (section 6.2): operands, then hsbw or sbw."""
    stack: list[float] = []
    octets = iter(charstring)
    for octet in octets:
        if octet >= _NUMBERS:
            stack.append(_number(octet, octets))
            continue
        operator = octet if octet != _ESCAPE else _ESCAPE << 8 | next(octets, 0)
        if operator == _DIV and len(stack) > 1 and stack[-1]:
            stack[-2:] = [stack[-2] / stack[-1]]
            continue
        place = _WIDTH_AT.get(operator)
        return stack[place] if place is not None and place < len(stack) else None
    return None


def _number(first: int, octets: Iterator[int]) -> float:
    """Return a number that begins with ``first``: one byte, two or, behind the last mark, five."""
    if first < _TWO_BYTES:
        return first - 139
    if first < _TWO_BYTES_NEGATIVE:
        return (first - _TWO_BYTES << 8) + next(octets, 0) + 108
    if first < _FIVE_BYTES:
        return -(first - _TWO_BYTES_NEGATIVE << 8) - next(octets, 0) - 108
    return int.from_bytes(bytes(islice(octets, 4)), signed=True)


def _joined(data: bytes) -> bytes:
    """Return a program without the marks of a PFB file."""
    parts: list[bytes] = []
    at = 0
    while data[at : at + 1] == bytes([_SEGMENT]) and data[at + 1 : at + 2] != bytes([_END]):
        length = int.from_bytes(data[at + 2 : at + 6], "little")
        parts.append(data[at + 6 : at + 6 + length])
        at += 6 + length
    return b"".join(parts) or data


def _bytes(enciphered: bytes) -> bytes:
    """Return the enciphered part as bytes: it may be written in hexadecimal digits (section 7.2)."""
    if not _HEX.match(enciphered):
        return enciphered
    end = _NOT_HEX.search(enciphered)
    digits = b"".join(enciphered[: end and end.start()].split())
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))


def _code(found: re.Match[bytes]) -> int:
    number, octal, hexadecimal = found[1], found[2], found[3]
    if number:
        return int(number)
    return int(octal, 8) if octal else int(hexadecimal, 16)
