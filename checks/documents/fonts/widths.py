"""The widths that font dictionaries state, in thousandths (ISO 32000-1, 9.6.2 and 9.7.4.3)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Final

from checks.documents.fonts.cmaps import TooMuchError
from checks.documents.objects import as_number, resolved

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from checks.documents.objects import Dictionary

_DEFAULT: Final = 1000.0  # of a CIDFont without DW
_ENDS: Final = 2  # of a row
_STEPS: Final = 200_000  # CIDs that the ranges of one font are unfolded for


def simple_widths(font: Dictionary, codes: Collection[int]) -> dict[int, float]:
    """Return the width of each of ``codes``; none where the font has no Widths."""
    widths = font.array("/Widths")
    if not widths:
        return {}
    first = font.integer("/FirstChar") or 0
    descriptor = font.dictionary("/FontDescriptor")
    missing = (descriptor and descriptor.number("/MissingWidth")) or 0.0
    return {code: _at(widths, code - first, missing) for code in codes}


def _at(widths: tuple[object, ...], place: int, missing: float) -> float:
    width = as_number(widths[place]) if 0 <= place < len(widths) else None
    return missing if width is None else width


def cid_widths(font: Dictionary, cids: Sequence[int]) -> dict[int, float]:
    """Return the width of each of ``cids``, sorted; raises ``TooMuchError`` where ranges lie on ranges."""
    default = font.number("/DW")
    found = dict.fromkeys(cids, _DEFAULT if default is None else default)
    steps = 0
    for low, high, widths in _rows(font.array("/W")):
        inside = cids[bisect_left(cids, low) : bisect_right(cids, high)]
        steps += len(inside)
        if steps > _STEPS:
            raise TooMuchError
        for cid in inside:
            width = as_number(resolved(widths[min(cid - low, len(widths) - 1)]))
            if width is not None:
                found[cid] = width
    return found


def _rows(values: tuple[Any, ...]) -> Iterator[tuple[int, int, Sequence[Any]]]:
    """Yield CIDs in a row, the first and the last, and their widths: one for each, or one for all."""
    waiting: list[int] = []
    for value in values:
        if isinstance(value, list):
            if waiting and value:
                yield waiting[-1], waiting[-1] + len(value) - 1, value
            waiting = []
        elif len(waiting) == _ENDS:
            yield waiting[0], waiting[1], [value]
            waiting = []
        else:
            number = as_number(value)
            waiting = [] if number is None else [*waiting, int(number)]
