"""Dates: 7 mars 2025, March 7, 07.03.2025, 2025-03-07, and ranges of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from checks.equivalence.model import Kind, Value
from checks.equivalence.vocabulary import vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.equivalence.model import Draft, Reading

_MONTHS: Final = 12
_DAYS: Final = 31
_THIS_CENTURY: Final = 70  # two digits below this are years of the 21st

_DAY: Final = r"(?<![\d.,:/])(?P<day{0}>[0-3]?\d)(?![\d:,]\d|\d)(?:\.|:[ae]|st\b|nd\b|rd\b|th\b)?"
_TIE: Final = (
    r"\s*(?:[-\u2013\u2014/&,]|\b(?:to|till|bis|until|through|and|och|und|samt|or|eller|oder)\b)\s*"
    r"(?:(?:the|den|zum)\s+)?"
)
_NO_VERB: Final = r"(?-i:(?!(?:may|march) (?!(?:and|or|through|till|to|until)\b)[a-z]))"  # 2 to 4 may do
_YEAR: Final = r"(?:,?\s+(?P<year{0}>[12]\d{{3}})\b)?"
_ISO: Final = re.compile(r"(?<![\w-])(?P<year>\d{4})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\d-])")
_DOTTED: Final = re.compile(
    r"(?<![\w.,])(?P<day>[0-3]?\d)\. ?(?P<month>[01]?\d)\. ?(?P<year>[12]\d{3}|\d\d)(?![\w.]\d|\d)"
)
_SLASHED: Final = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-3]?\d)/(?P<month>[0-3]?\d)(?:[ /-](?P<year>[12]\d{3}|\d\d(?!\d)))?(?![\d/])"
)


def dates(draft: Draft, language: str) -> Iterator[Value]:
    """Yield the dates in ``draft``."""
    for match in draft.take(_ISO):
        yield _date(match[0], match["year"], int(match["month"]), int(match["day"]))
    for match in draft.take(_DOTTED):
        yield _date(match[0], match["year"], int(match["month"]), int(match["day"]))
    for pattern in _written(language):
        for match in draft.take(pattern):
            yield from _named(match, language)
    for match in draft.take(_SLASHED):
        yield _slashed(match)


@cache
def _written(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of dates whose month is a word; none for a language without such words."""
    names = sorted(vocabulary(language).months, key=len, reverse=True)
    if not names:
        return ()
    any_name = "|".join(map(re.escape, names))
    first, month = (rf"{_NO_VERB}(?P<month{which}>{any_name})\b\.?" for which in ("1", ""))
    start, day, end = (_DAY.format(which) for which in ("1", "", "2"))
    first_year, year = (_YEAR.format(which) for which in ("1", ""))
    patterns = (
        rf"(?:{start}(?:\s+{first}{first_year})?{_TIE})?{day}\s*(?:of\s+)?{month}{year}",
        rf"\b{month},?\s+(?P<year>[12]\d{{3}})\b",
        rf"\b{month}\s+(?:the\s+)?{day}(?:{_TIE}{end})?(?:,?\s+(?P<year>[12]\d{{3}})\b)?",
    )
    order = patterns if language not in {"sv", "de"} else patterns[:2]
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in order)


def _named(match: re.Match[str], language: str) -> Iterator[Value]:
    found = match.groupdict()
    months = vocabulary(language).months
    month, year = months[found["month"].lower()], found.get("year")
    if not found.get("day"):
        yield Value.of(match[0], (Kind.MONTH, f"{year}-{month:02}"))
        return
    yield _date(_text(found, ""), year, month, int(found["day"]))
    for which in ("1", "2"):
        if day := found.get(f"day{which}"):
            name = found.get(f"month{which}")
            own_year = found.get(f"year{which}") or year
            yield _date(
                day, own_year, months[name.lower()] if name else month, int(day), may_lack_year=bool(name)
            )


def _text(found: dict[str, str | None], which: str) -> str:
    parts = (found.get(f"{part}{which}") for part in ("day", "month", "year"))
    return " ".join(part for part in parts if part)


def _date(written: str, year: str | None, month: int, day: int, *, may_lack_year: bool = False) -> Value:
    """Return a date; with ``may_lack_year`` also the day of any year: 30 mars–2 april 2025."""
    if not (1 <= month <= _MONTHS and 1 <= day <= _DAYS):
        return Value.of(written, (Kind.CODE, written))
    whole = _reading(year, month, day)
    return Value.of(written, whole, _reading(None, month, day)) if may_lack_year else Value.of(written, whole)


def _reading(year: str | None, month: int, day: int) -> Reading:
    return Kind.DATE, f"{_full(year) if year else '-'}-{month:02}-{day:02}"


def _full(year: str) -> str:
    if len(year) > 2:  # noqa: PLR2004 - all four digits are there
        return year
    return f"20{year}" if int(year) < _THIS_CENTURY else f"19{year}"


def _slashed(match: re.Match[str]) -> Value:
    """Return 7/3, which is a day in March, in America one in July, and may be no date at all."""
    day, month = int(match["day"]), int(match["month"])
    orders = ((month, day), (day, month))
    readings = [
        _reading(match["year"], one, other)
        for one, other in orders
        if 1 <= one <= _MONTHS and 1 <= other <= _DAYS
    ]
    return Value.of(match[0], (Kind.CODE, match[0]), *readings)
