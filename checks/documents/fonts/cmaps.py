"""CMap files (ISO 32000-1, 9.7.5.4 and 9.10.3; Adobe Technical Note 5014): what a character code maps to.

A CMap file is a program, but only its lists are read.  Codes are numbers here: how many bytes one has
is asked only where strings are cut into codes.  Ranges stay ranges, and are unfolded for the codes that
a document uses.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from checks.documents.fonts.encodings import text_of
from checks.documents.fonts.nouns import Collection

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SIZE: Final = 4_000_000  # bytes of a CMap file
_STEPS: Final = 200_000  # codes that the ranges of one file are unfolded for
_BYTES: Final = 4  # of a code
_BORDER: Final = re.compile(rb"(begin|end)(codespacerange|bfchar|bfrange|cidchar|cidrange)\b")
_COMMENT: Final = re.compile(rb"%[^\r\n]*")
_HEX: Final = rb"<([0-9A-Fa-f\s]*)>\s*"
_NAME: Final = rb"/([^\s/\[\](){}<>%]+)"
_SPACE: Final = re.compile(_HEX + _HEX)
_TO_TEXT: Final = re.compile(_HEX + rb"(?:" + _HEX + rb"|" + _NAME + rb")")
_ROW_TO_TEXT: Final = re.compile(_HEX + _HEX + rb"(?:" + _HEX + rb"|\[([^\[\]]*)\])")
_TO_CID: Final = re.compile(_HEX + rb"(\d{1,9})")
_ROW_TO_CID: Final = re.compile(_HEX + _HEX + rb"(\d{1,9})")
_ONE: Final = re.compile(_HEX + rb"|" + _NAME)
_MODE: Final = re.compile(rb"/WMode\s+(\d)\b")
_SYSTEM: Final = {
    key: re.compile(rb"/" + key + rb"\s*(?:\(([^()]*)\)|(\d{1,4})\b)")
    for key in (b"Registry", b"Ordering", b"Supplement")
}
_LAST: Final = 0x10FFFF
_SURROGATES: Final = range(0xD800, 0xE000)  # half a character
_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"
_USED: Final = re.compile(_NAME + rb"\s+usecmap\b")

T = TypeVar("T")


class TooMuchError(ValueError):
    """A CMap file that is too large, or unfolds to too much."""


class Space(NamedTuple):
    """A range of codes of one length: each byte lies between those of the lowest and the highest code."""

    low: bytes
    high: bytes

    def has(self, code: bytes) -> bool:
        """Return whether ``code`` lies in it."""
        if len(code) != len(self.low):
            return False
        return all(low <= byte <= high for low, byte, high in zip(self.low, code, self.high, strict=True))


class TextRow(NamedTuple):
    """Codes in a row, and what they map to: a text for each, or one whose last character grows with them."""

    low: int
    high: int
    texts: tuple[str, ...]

    def text(self, code: int) -> str | None:
        """Return what ``code`` maps to."""
        place = code - self.low
        if place < len(self.texts):
            return self.texts[place]
        return _grown(self.texts[0], place) if len(self.texts) == 1 else None


class CidRow(NamedTuple):
    """Codes in a row, and the CID of the first."""

    low: int
    high: int
    first: int


class CMapFile(NamedTuple):
    """What a CMap file holds."""

    spaces: tuple[Space, ...]
    texts: tuple[TextRow, ...]
    cids: tuple[CidRow, ...]
    mode: int
    collection: Collection
    others: tuple[str, ...]  # the CMaps that it uses

    def texts_of(self, codes: Sequence[int]) -> dict[int, str]:
        """Return what each of ``codes``, sorted, maps to, where it maps to Unicode."""
        found = ((code, row.text(code)) for row, code in _unfolded(self.texts, codes))
        return {code: text for code, text in found if text is not None}

    def cids_of(self, codes: Sequence[int]) -> dict[int, int]:
        """Return the CID of each of ``codes``, sorted, where it has one."""
        return {code: row.first + code - row.low for row, code in _unfolded(self.cids, codes)}


def read_cmap(data: bytes) -> CMapFile:
    """Take a CMap file apart; raises ``TooMuchError`` for one of more than ``SIZE`` bytes."""
    if len(data) > SIZE:
        raise TooMuchError
    data = _COMMENT.sub(b"", data)
    lists = list(_lists(data))
    mode = _MODE.search(data)
    return CMapFile(
        tuple(_rows(lists, codespacerange=_spaces)),
        tuple(_rows(lists, bfchar=_texts, bfrange=_text_rows)),
        tuple(_rows(lists, cidchar=_cids, cidrange=_cid_rows)),
        int(mode[1]) if mode else 0,
        _collection(data),
        tuple(_decoded(name) for name in _USED.findall(data)),
    )


def _lists(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield what stands between ``beginX`` and the word after it that begins or ends a list."""
    borders = list(_BORDER.finditer(data))
    for border, following in pairwise(borders):
        if border[1] == b"begin":
            yield _decoded(border[2]), data[border.end() : following.start()]


def _rows(lists: list[tuple[str, bytes]], **readers: Callable[[bytes], Iterator[T]]) -> Iterator[T]:
    """Yield the rows of these kinds of lists in their order: what comes last counts."""
    return (row for kind, text in lists if kind in readers for row in readers[kind](text))


def _spaces(text: bytes) -> Iterator[Space]:
    for low, high in _SPACE.findall(text):
        space = Space(_octets(low), _octets(high))
        if len(space.low) == len(space.high) and 0 < len(space.low) <= _BYTES:
            yield space


def _texts(text: bytes) -> Iterator[TextRow]:
    for code, value, name in _TO_TEXT.findall(text):
        yield TextRow(_number(code), _number(code), (_value(value, name),))


def _text_rows(text: bytes) -> Iterator[TextRow]:
    for low, high, value, values in _ROW_TO_TEXT.findall(text):
        first, last = _number(low), _number(high)
        if not values:
            yield TextRow(first, last, (_value(value, b""),))
            continue
        each = tuple(_value(*one) for one in _ONE.findall(values))
        yield TextRow(first, min(last, first + len(each) - 1), each)


def _cids(text: bytes) -> Iterator[CidRow]:
    for code, cid in _TO_CID.findall(text):
        yield CidRow(_number(code), _number(code), int(cid))


def _cid_rows(text: bytes) -> Iterator[CidRow]:
    for low, high, cid in _ROW_TO_CID.findall(text):
        yield CidRow(_number(low), _number(high), int(cid))


Row = TypeVar("Row", TextRow, CidRow)


def _unfolded(rows: tuple[Row, ...], codes: Sequence[int]) -> Iterator[tuple[Row, int]]:
    """Yield each row with each of ``codes`` in it; raises ``TooMuchError`` where rows lie on rows on rows."""
    steps = 0
    for row in rows:
        inside = codes[bisect_left(codes, row.low) : bisect_right(codes, row.high)]
        steps += len(inside)
        if steps > _STEPS:
            raise TooMuchError
        for code in inside:
            yield row, code


def _collection(data: bytes) -> Collection:
    said = {key: expression.search(data) for key, expression in _SYSTEM.items()}
    registry, ordering = (
        found and _decoded(found[1] or b"") for found in (said[b"Registry"], said[b"Ordering"])
    )
    supplement = said[b"Supplement"]
    return Collection(registry, ordering, int(supplement[2]) if supplement and supplement[2] else None)


def _octets(digits: bytes) -> bytes:
    """Return the bytes of a string in hexadecimal digits; a missing last one is 0 (7.3.4.3)."""
    joined = b"".join(digits.split())
    return bytes.fromhex((joined + b"0" * (len(joined) % 2)).decode("ascii"))


def _number(digits: bytes) -> int:
    return int.from_bytes(_octets(digits)[:_BYTES])


def _value(digits: bytes, name: bytes) -> str:
    """Return what a code maps to: UTF-16, or the name of a glyph; a lone byte is its own number."""
    if name:
        return text_of(_decoded(name))
    octets = _octets(digits)
    return chr(octets[0]) if len(octets) == 1 else octets.decode("utf-16-be", "replace")


def _grown(text: str, places: int) -> str | None:
    """Return ``text`` with its last character that many places on; also over the border of a byte."""
    if not text:
        return text
    last = ord(text[-1]) + places
    if last > _LAST:
        return None
    return text[:-1] + (_UNKNOWN if last in _SURROGATES else chr(last))


def _decoded(octets: bytes) -> str:
    return octets.decode("latin-1")
