"""Dates and years, written out, and ranges of them.

CLDR abbreviates the month in most ranges (``7–9 Mar 2025``) and ties English ones with a dash; public
authorities write ``7 to 9 March 2025``.  So the house languages have their ties here, and
Babel's dates stand between them.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import format_date, format_interval, format_skeleton

from pipeline.formats.faults import FormatError
from pipeline.formats.languages import locale, lookup
from pipeline.formats.spaces import NBSP, tidy
from pipeline.model import msg


@dataclass(frozen=True, slots=True)
class _Ties:
    """What stands between two days of a month, two other dates, and two years."""

    days: str
    dates: str
    years: str


TIES = {
    "sv": _Ties("–", "–", "–"),
    "en_GB": _Ties(" to ", " to ", " to "),
    "de": _Ties(".–", " bis ", "–"),
}

_DAY_THEN_MONTH = re.compile(r"(?<!\d)(\d{1,2}\.?) (?=[^\W\d])")
_MONTH_THEN_DAY = re.compile(r"(?<=[^\W\d]) (?=\d{1,2}(?!\d))")


@lru_cache(maxsize=1 << 12)  # many pages are from the same day, and every edition asks
def long_date(date: dt.date, language: str) -> str:
    """Return ``date`` with the month's name: ``7 mars 2025``, ``7 March 2025``, ``7. März 2025``."""
    return _bind(format_date(date, "long", locale=locale(language)))


def date_range(first: dt.date, last: dt.date, language: str) -> str:
    """Return the days from ``first`` through ``last``: ``7–9 mars 2025``, ``7 to 9 March 2025``.

    What both dates share is said once.  Raise :class:`FormatError` when the last comes before the first.
    """
    _require_order(first, last)
    if first == last:
        return long_date(first, language)
    ties = lookup(TIES, language)
    if ties is None:
        return _cldr_range(first, last, language)
    end = long_date(last, language)
    if first.year != last.year:
        return f"{long_date(first, language)}{ties.dates}{end}"
    if first.month != last.month:
        start = _bind(format_skeleton("MMMMd", _noon(first), locale=locale(language)))
        return f"{start}{ties.dates}{end}"
    return f"{first.day}{ties.days}{end}"


def year_range(first: int, last: int, language: str) -> str:
    """Return the years from ``first`` through ``last``: ``2026–2030``, in English ``2026 to 2030``.

    Raise :class:`FormatError` when the last comes before the first.
    """
    _require_order(dt.date(first, 1, 1), dt.date(last, 1, 1))
    if first == last:
        return str(first)
    ties = lookup(TIES, language)
    if ties is not None:
        return f"{first}{ties.years}{last}"
    years = (dt.date(first, 1, 1), dt.date(last, 1, 1))
    return tidy(format_interval(*years, "y", locale=locale(language)))


def _require_order(first: dt.date, last: dt.date) -> None:
    """Raise when the range runs backwards."""
    if last < first:
        first_text, last_text = first.isoformat(), last.isoformat()
        raise FormatError(
            msg("{last} is before {first}; write the earlier date first.", first=first_text, last=last_text)
        )


def _cldr_range(first: dt.date, last: dt.date, language: str) -> str:
    """Return CLDR's range, with whole months where it has them."""
    cldr = locale(language)
    skeleton = "yMMMMd" if "yMMMMd" in cldr.interval_formats else "yMMMd"
    return _bind(format_interval(first, last, skeleton, locale=cldr))


def _noon(date: dt.date) -> dt.datetime:
    """Return a moment of that day, the only thing a skeleton formats."""
    return dt.datetime.combine(date, dt.time(12))


def _bind(text: str) -> str:
    """Return ``text`` with day and month kept on one line."""
    return _MONTH_THEN_DAY.sub(NBSP, _DAY_THEN_MONTH.sub(rf"\1{NBSP}", tidy(text)))
