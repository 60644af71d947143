"""Strings that are shown → the character codes in them (ISO 32000-1, 9.4.3 and 9.7.6.2)."""

from __future__ import annotations

from array import array
from sys import byteorder
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.documents.fonts.cmaps import Space

_LONGEST: Final = 4  # bytes of a code


def byte_pairs(string: bytes) -> Sequence[int]:
    """Return the codes by Identity: two bytes each; a last odd byte is none."""
    codes = array("H", string[: len(string) // 2 * 2])
    if byteorder == "little":
        codes.byteswap()
    return codes


class Cutter:
    """Cuts strings by the codespace ranges of a CMap."""

    def __init__(self, spaces: Sequence[Space]) -> None:
        """Keep the ranges; without one, nothing is a code."""
        self._spaces = spaces
        self._shortest = min((len(space.low) for space in spaces), default=_LONGEST)
        self._lengths: dict[bytes, int] = {}

    def codes(self, string: bytes) -> Sequence[int]:
        """Return the codes.  What lies in no range is as long as the shortest, and means the CID 0."""
        return tuple(self._cut(string)) if self._spaces else ()

    def _cut(self, string: bytes) -> Iterator[int]:
        at = 0
        while at < len(string):
            ahead = string[at : at + _LONGEST]
            length = self._lengths.get(ahead)
            if length is None:
                length = self._lengths[ahead] = self._length(ahead)
            if at + length <= len(string):
                yield int.from_bytes(string[at : at + length])
            at += length

    def _length(self, ahead: bytes) -> int:
        for length in range(self._shortest, len(ahead) + 1):
            if any(space.has(ahead[:length]) for space in self._spaces):
                return length
        return self._shortest
