"""Place in an edition ↔ unit ↔ source line; written beside the candidate, never published.

While a page is put together, *marks* stand in its text: two noncharacters around numbers, which no
input may hold (the readers refuse them).  :func:`unmark` takes them out of the finished page and
notes where each one stood.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, chain
from operator import add
from typing import TYPE_CHECKING, Final

import msgspec

from pipeline.model import Location, Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

BEGIN, END = "\ufdd0", "\ufdd1"
_MARK = re.compile(f"{BEGIN}([^{END}]*){END}")  # whatever is between, for no input holds either

PAGE = 0
"""The number of the page's own source among an edition page's sources."""

_OF_NO_UNIT = f"{BEGIN}{PAGE},0,"
"""What a mark begins with that names a line of the page and no unit."""

_BACK = (PAGE, 0, 0)
BACK = f"{BEGIN}{PAGE},0,0{END}"
"""The mark that ends what another source gave in passing: what follows comes from where it came before."""

Place = tuple[int, tuple[int, ...]]
"""How many characters of a page stand before a mark, and its numbers: source, unit, line."""


def mark(unit: int, line: int, source: int = PAGE) -> str:
    """Return the mark of ``unit`` (0: none) on ``line`` of source number ``source``."""
    return f"{BEGIN}{source},{unit},{line}{END}"


def adopted(text: str, unit: int) -> str:
    """Return ``text`` with the marks in it that name no unit of the page made marks of ``unit``."""
    return text.replace(_OF_NO_UNIT, f"{BEGIN}{PAGE},{unit},")


@dataclass(frozen=True, slots=True)
class Origin:
    """A source of an edition page: its file, its catalog and the lines of its units there.

    ``name`` is what units are called by ("kontakt" in "kontakt.3"); ``catalog`` is None in the
    source language.
    """

    name: str
    source: str
    catalog: str | None
    catalog_lines: Mapping[int, int]


def unmark(text: str) -> tuple[str, list[Place]]:
    """Return ``text`` without marks, and the place of each."""
    parts = _MARK.split(text)
    clean, marks = parts[::2], parts[1::2]
    numbers = list(map(_numbers, marks))
    if BACK in text:
        _go_back(numbers)
    return "".join(clean), list(zip(accumulate(map(len, clean)), numbers, strict=False))


def _go_back(numbers: list[tuple[int, ...]]) -> None:
    """Replace each mark that goes back by the one before that which it ends."""
    for at, found in enumerate(numbers):
        if found == _BACK and at > 1:
            numbers[at] = numbers[at - 2]


@lru_cache(maxsize=1 << 14)  # all editions of a page have the same marks, and all pages much the same
def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


def dump(places: list[Place], origins: list[Origin], page: str) -> bytes:
    """Return the trace of ``page``, the text without marks, as it is written beside the candidate."""
    lines: list[dict[int, int]] = [{} for _ in origins]
    for source, unit in {numbers[:2] for _, numbers in places}:
        known = origins[source].catalog_lines
        if unit in known:
            lines[source][unit] = known[unit]
    table = [(o.name, o.source, o.catalog, used) for o, used in zip(origins, lines, strict=True)]
    passed = _packed([passed for passed, _ in places])
    numbers = _packed(chain.from_iterable(numbers for _, numbers in places))
    return _ENCODER.encode((table, passed, numbers, _packed(_line_starts(page))))


def _line_starts(page: str) -> Iterable[int]:
    """Return how many characters stand before each line of ``page``, and before one more."""
    lines = page.split("\n")
    return map(add, accumulate(map(len, lines), initial=0), range(len(lines) + 1))


def _packed(numbers: Iterable[int]) -> bytes:
    return array(_NUMBER, numbers).tobytes()


_NUMBERS = 3  # of a place
_NUMBER: Final = "I"  # all numbers are of one size, so that a page's hundreds need not be read to find a few
_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(
    tuple[list[tuple[str, str, str | None, dict[int, int]]], bytes, bytes, bytes],
)


class PageTrace:
    """Answers, for one page, where a place in it comes from."""

    def __init__(self, content: bytes) -> None:
        """Read what :func:`dump` wrote."""
        self._origins, *numbers = _DECODER.decode(content)
        self._passed, self._numbers, self._starts = (memoryview(each).cast(_NUMBER) for each in numbers)

    def units(self) -> Iterator[tuple[int, str]]:
        """Yield how many characters stand before each place where a unit's words begin, and the unit."""
        for index, passed in enumerate(self._passed):
            origin, unit, _ = self._at(index)
            if unit:
                yield passed, f"{self._origins[origin][0]}.{unit}"

    def at(self, line: int, column: int) -> Trace | None:
        """Return the trace of the last mark at or before a place in the page."""
        line = min(line, len(self._starts) - 1)
        passed = min(self._starts[line - 1] + column, self._starts[line]) - 1
        index = bisect_right(self._passed, passed)
        if not index:
            return None
        origin, unit, source_line = self._at(index - 1)
        name, source, catalog, lines = self._origins[origin]
        catalog_line = lines.get(unit)
        return Trace(
            unit=f"{name}.{unit}" if unit else name,
            catalog=Location(catalog, catalog_line) if catalog and catalog_line else None,
            source=Location(source, source_line) if source_line else None,
        )

    def _at(self, index: int) -> tuple[int, int, int]:
        """Return source, unit and line of a mark."""
        source, unit, line = self._numbers[_NUMBERS * index : _NUMBERS * (index + 1)]
        return source, unit, line
