"""TrueType and OpenType programs (ISO/IEC 14496-22): which glyph a character has, and how wide it is.

Only what is asked for is read: a table that promises four thousand million characters costs nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from struct import Struct, unpack_from
from typing import TYPE_CHECKING, Final

from checks.documents.fonts.cff import Cff

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNATURES: Final = (b"\0\1\0\0", b"true", b"OTTO", b"ttcf")
_COLLECTION: Final = b"ttcf"
_ENTRY: Final = Struct(">4s4xII")
_SUBTABLE: Final = Struct(">HHI")
_GROUP: Final = Struct(">III")
_TABLES = 64  # of a program
_SUBTABLES = 64  # of 'cmap'
_LONG_OFFSETS = 1
_NAMED: Final = 0x00020000  # version of 'post'
_OWN: Final = 258  # names before are those of the Macintosh, which other ways find too

_HEADER: Final = 10  # bytes of an outline before its contours or parts
_NEGATIVE: Final = 0x80  # first byte of a number of contours below 0: the outline has parts
_MORE: Final = 0x20  # flags of a part: others follow
_WORDS: Final = 0x01  # it is moved by words, not by bytes
_SCALES: Final = ((0x08, 2), (0x40, 4), (0x80, 8))  # it is scaled: by how many bytes

Key = tuple[int, int]  # platform and encoding


class Sfnt:
    """A program.  A damaged one raises ``struct.error``, ``LookupError`` or ``ValueError`` when asked."""

    def __init__(self, data: bytes) -> None:
        """Read the directory of tables; of a collection, that of its first font."""
        self.data = data
        at = unpack_from(">I", data, 12)[0] if data.startswith(_COLLECTION) else 0
        count = min(unpack_from(">H", data, at + 4)[0], _TABLES)
        entries = (_ENTRY.unpack_from(data, at + 12 + 16 * number) for number in range(count))
        self._tables = {tag: (offset, length) for tag, offset, length in entries}

    def table(self, tag: bytes) -> bytes | None:
        """Return the bytes of a table."""
        place = self._tables.get(tag)
        return None if place is None else self.data[place[0] : place[0] + place[1]]

    @cached_property
    def subtables(self) -> dict[Key, int]:
        """Return where each encoding of 'cmap' begins, by platform and encoding."""
        table = self._cmap
        if table is None:
            return {}
        count = min(unpack_from(">H", table, 2)[0], _SUBTABLES)
        found = (_SUBTABLE.unpack_from(table, 4 + 8 * number) for number in range(count))
        return {(platform, encoding): offset for platform, encoding, offset in found}

    def glyph(self, key: Key, character: int) -> int:
        """Return the glyph of ``character`` by an encoding of 'cmap'; 0 where it has none."""
        if key not in self._lookups:
            self._lookups[key] = _lookup(self._cmap or b"", self.subtables[key])
        return self._lookups[key](character)

    @cached_property
    def count(self) -> int:
        """Return the number of glyphs."""
        return int(unpack_from(">H", self._required(b"maxp"), 4)[0])

    def width(self, glyph: int) -> float:
        """Return how far ``glyph`` advances; those behind the last width share it."""
        last = self._widths - 1
        advance = unpack_from(">H", self._required(b"hmtx"), 4 * min(glyph, last))[0]
        return float(advance) * 1000 / self._units

    @cached_property
    def drawn(self) -> frozenset[int]:
        """Return the glyphs that have an outline in 'glyf'."""
        return frozenset(glyph for glyph, (begin, end) in enumerate(pairwise(self._places)) if end > begin)

    @cached_property
    def parts(self) -> frozenset[int]:
        """Return the glyphs that others are put together of, as ö is of o and two dots."""
        table = self._required(b"glyf")
        places = pairwise(self._places)
        return frozenset(part for begin, end in places if end > begin for part in _parts(table[begin:end]))

    @cached_property
    def names(self) -> dict[str, int]:
        """Return the glyph of each name in 'post'; nothing where it has no names of its own."""
        table = self.table(b"post")
        if table is None or unpack_from(">I", table)[0] != _NAMED:
            return {}
        count = min(unpack_from(">H", table, 32)[0], self.count)
        numbers = unpack_from(f">{count}H", table, 34)
        names = _pascal_strings(table[34 + 2 * count :])
        found = ((number - _OWN, glyph) for glyph, number in enumerate(numbers) if number >= _OWN)
        return {names[number]: glyph for number, glyph in found if number < len(names)}

    @cached_property
    def outlines(self) -> Cff | None:
        """Return the CFF program inside, if there is one."""
        table = self.table(b"CFF ")
        return None if table is None else Cff(table)

    @cached_property
    def _lookups(self) -> dict[Key, Callable[[int], int]]:
        return {}

    @cached_property
    def _cmap(self) -> bytes | None:
        return self.table(b"cmap")

    @cached_property
    def _units(self) -> int:
        return int(unpack_from(">H", self._required(b"head"), 18)[0]) or 1000

    @cached_property
    def _offsets(self) -> int:
        return int(unpack_from(">h", self._required(b"head"), 50)[0])

    @cached_property
    def _places(self) -> tuple[int, ...]:
        """Return where the outline of each glyph begins in 'glyf', and where the last ends."""
        offsets = self._required(b"loca")
        form, size, unit = ("I", 4, 1) if self._offsets == _LONG_OFFSETS else ("H", 2, 2)
        count = min(self.count + 1, len(offsets) // size)
        return tuple(unit * place for place in unpack_from(f">{count}{form}", offsets))

    @cached_property
    def _widths(self) -> int:
        return int(unpack_from(">H", self._required(b"hhea"), 34)[0])

    def _required(self, tag: bytes) -> bytes:
        table = self.table(tag)
        if table is None:
            raise LookupError(tag)
        return table


def _pascal_strings(octets: bytes) -> list[str]:
    """Return strings that begin with their length."""
    strings = []
    at = 0
    while at < len(octets):
        strings.append(octets[at + 1 : at + 1 + octets[at]].decode("latin-1"))
        at += 1 + octets[at]
    return strings


def _parts(outline: bytes) -> Iterator[int]:
    """Yield the glyphs that a composite outline names, each in a record of its own."""
    if len(outline) < _HEADER or outline[0] < _NEGATIVE:
        return
    at, flags = _HEADER, _MORE
    while flags & _MORE and at + 4 <= len(outline):
        flags, part = unpack_from(">HH", outline, at)
        yield part
        at += 4 + (4 if flags & _WORDS else 2) + sum(size for flag, size in _SCALES if flags & flag)


def _lookup(cmap: bytes, offset: int) -> Callable[[int], int]:
    table = cmap[offset:]
    (form,) = unpack_from(">H", table)
    if form not in _FORMATS:
        raise LookupError(form)
    return _FORMATS[form](table)


def _bytes(table: bytes) -> Callable[[int], int]:
    return lambda character: table[6 + character] if character < 256 else 0  # noqa: PLR2004 - the size of format 0


def _segments(table: bytes) -> Callable[[int], int]:
    count = unpack_from(">H", table, 6)[0] // 2
    form = f">{count}H"
    ends = unpack_from(form, table, 14)
    starts = unpack_from(form, table, 16 + 2 * count)
    deltas = unpack_from(form, table, 16 + 4 * count)
    ranges_at = 16 + 6 * count
    ranges = unpack_from(form, table, ranges_at)

    def find(character: int) -> int:
        number = bisect_left(ends, character)
        if number == count or character < starts[number]:
            return 0
        glyph = character
        if ranges[number]:
            at = ranges_at + 2 * number + ranges[number] + 2 * (character - starts[number])
            glyph = int(unpack_from(">H", table, at)[0])
            if not glyph:
                return 0
        return int(glyph + deltas[number]) & 0xFFFF

    return find


def _trimmed(table: bytes) -> Callable[[int], int]:
    first, count = unpack_from(">HH", table, 6)

    def find(character: int) -> int:
        number = character - first
        return int(unpack_from(">H", table, 10 + 2 * number)[0]) if 0 <= number < count else 0

    return find


def _groups(table: bytes, step: int = 1) -> Callable[[int], int]:
    count = min(unpack_from(">I", table, 12)[0], (len(table) - 16) // _GROUP.size)
    groups = [_GROUP.unpack_from(table, 16 + _GROUP.size * number) for number in range(count)]
    ends = [end for _, end, _ in groups]

    def find(character: int) -> int:
        number = bisect_left(ends, character)
        if number == count or character < groups[number][0]:
            return 0
        return int(groups[number][2] + step * (character - groups[number][0]))

    return find


def _shared(table: bytes) -> Callable[[int], int]:
    """Return the lookup of groups whose characters have one glyph together."""
    return _groups(table, step=0)


_FORMATS: Final = {0: _bytes, 4: _segments, 6: _trimmed, 12: _groups, 13: _shared}
