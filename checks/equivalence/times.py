"""Times of day: 9.00, 9:00, 9am, kl. 9, 9 Uhr."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.equivalence.model import Kind, Value, Weight

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.equivalence.model import Draft, Reading
    from checks.equivalence.vocabulary import Vocabulary

HOURS: Final = 24
_NOON: Final = 12
_MINUTES: Final = 60

_START: Final = r"(?<![\w.,:])"
_FIRST: Final = r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?(?!\d)"
_SECOND: Final = r"(?P<hour2>\d{1,2})(?:[.:](?P<minute2>\d\d))?(?!\d)"
_TIE: Final = r"\s*(?:[-\u2013\u2014]|\b(?:to|till|bis|until|and|och|und|or|eller|oder)\b)\s*"
_HALF: Final = r"\s?(?P<half>[ap])\.?\s?m\b\.?"
_TWELVE_HOUR: Final = re.compile(
    rf"{_START}{_FIRST}(?:\s?(?P<first_half>[ap])\.?\s?m\b\.?)?{_TIE}{_SECOND}{_HALF}", re.IGNORECASE
)
_TWELVE_HOUR_ALONE: Final = re.compile(rf"{_START}{_FIRST}{_HALF}", re.IGNORECASE)
_BEFORE: Final = re.compile(
    rf"\b(?:kl\.?|klockan)\s*{_FIRST}(?:{_TIE}(?:kl\.?\s*)?{_SECOND})?", re.IGNORECASE
)
_BEHIND: Final = re.compile(
    rf"{_START}{_FIRST}(?:\s*Uhr)?(?:{_TIE}{_SECOND})?\s*(?:Uhr\b|h\b)", re.IGNORECASE
)
_DOTTED_RANGE: Final = re.compile(
    r"(?<![\w.,:])(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)\s*[-\u2013\u2014]\s*(?P<hour2>\d{1,2})\.(?P<minute2>[0-5]\d)(?![\d.,])"
)
_COLON: Final = re.compile(r"(?<![\d:.,])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])")

# Words before the hour, and how many minutes they are from it: halv nio is 8.30, half past eight too.
_SPOKEN: Final = {
    "sv": {"halv": -30, "kvart över": 15, "kvart i": -15},
    "en": {"half past": 30, "quarter past": 15, "quarter to": -15},
    "de": {"halb": -30, "viertel nach": 15, "viertel vor": -15},
}


def clock(hour: int, minute: int) -> frozenset[Reading]:
    """Return the readings of a time of day, none for what is no time; midnight is at both ends of a day."""
    if hour > HOURS or minute >= _MINUTES:
        return frozenset()
    hours = {0, HOURS} if minute == 0 and hour % HOURS == 0 else {hour}
    return frozenset((Kind.TIME, f"{one:02}:{minute:02}") for one in hours)


def times(draft: Draft) -> Iterator[Value]:
    """Yield the times that are marked as such, and ranges of them."""
    for match in draft.take(_TWELVE_HOUR):
        yield _twelve_hour(match, "2", match["half"])
        yield _twelve_hour(match, "", match["first_half"])
    for match in draft.take(_TWELVE_HOUR_ALONE):
        yield _twelve_hour(match, "", match["half"])
    for pattern in (_BEFORE, _BEHIND, _DOTTED_RANGE):
        for match in draft.take(pattern):
            yield from _in_24_hours(match)
    for match in draft.take(_COLON):
        yield _time(match, "")


def spoken(draft: Draft, words: Vocabulary) -> Iterator[Value]:
    """Yield the times that are said in words; each may be in either half of the day."""
    table = _SPOKEN.get(words.language, {})
    if not table or not any(word in draft.text.lower() for word in table):
        return
    for match in re.finditer(rf"\b({'|'.join(table)}) (\w+)", draft.text.lower()):
        hour = words.numbers.get(match[2], int(match[2]) if match[2].isdecimal() and len(match[2]) < 3 else 0)  # noqa: PLR2004 - an hour
        if 1 <= hour <= _NOON:
            minutes = hour * _MINUTES + table[match[1]]
            halves = (divmod(minutes % (_NOON * _MINUTES) + half, _MINUTES) for half in (0, _NOON * _MINUTES))
            yield Value.of(
                match[0], *frozenset().union(*(clock(*time) for time in halves)), weight=Weight.HINT
            )


def _in_24_hours(match: re.Match[str]) -> Iterator[Value]:
    yield _time(match, "")
    if match["hour2"]:
        yield _time(match, "2")


def _time(match: re.Match[str], which: str) -> Value:
    """Return a time; one without minutes may be a number that stands there for another reason."""
    hour, minute = match[f"hour{which}"], match[f"minute{which}"]
    readings = clock(int(hour), int(minute or 0))
    written = f"{hour}:{minute}" if minute else hour
    if not minute or not readings:
        readings |= {(Kind.NUMBER, f"{int(hour)}.{minute}" if minute else str(int(hour)))}
    return Value.of(written, *readings)


def _twelve_hour(match: re.Match[str], which: str, half: str | None) -> Value:
    """Return the time; either half of the day where only the end of the range says which."""
    hour, minute = int(match[f"hour{which}"]), int(match[f"minute{which}"] or 0)
    halves = (half.lower(),) if half else ("a", "p")
    readings = (clock(hour % _NOON + (_NOON if one == "p" else 0), minute) for one in halves)
    minutes = f":{minute:02}" if minute else ""
    return Value.of(f"{hour}{minutes}{f'{half}m' if half else ''}", *frozenset().union(*readings))
