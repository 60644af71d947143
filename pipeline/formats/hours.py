"""Times of day and opening hours.

Babel writes Swedish times with a colon and English ones in 24 hours; Swedish authorities write
``kl. 9.00–15.30`` (webbriktlinjer.se, R66), British ones ``9am to 3:30pm`` (GOV.UK style: "to", not a
dash; midday and midnight by name), German ones ``9:00–15:30 Uhr``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from babel.dates import format_interval, format_time

from pipeline.formats.faults import FormatError
from pipeline.formats.languages import locale, lookup
from pipeline.formats.spaces import NBSP, tidy
from pipeline.model import msg

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence


class Weekday(StrEnum):
    """The days as records name them, in the order of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


HOUR = 60
NOON = 12 * HOUR
MIDNIGHT = 24 * HOUR


def _dotted(minutes: int) -> str:
    """Return ``9.00``."""
    return f"{minutes // HOUR}.{minutes % HOUR:02}"


def _with_colon(minutes: int) -> str:
    """Return ``9:00``."""
    return f"{minutes // HOUR}:{minutes % HOUR:02}"


def _twelve_hour(minutes: int) -> str:
    """Return ``9am``, ``3:30pm``, ``midday``, ``midnight``: 12am and 12pm confuse."""
    if minutes % NOON == 0:
        return "midday" if minutes == NOON else "midnight"
    hour, minute = divmod(minutes, HOUR)
    half = "am" if minutes < NOON else "pm"
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{half}"


@dataclass(frozen=True, slots=True)
class _Style:
    """How a language writes hours: one time, what ties two, what frames them; what ties days, and both."""

    time: Callable[[int], str]
    to: str
    frame: str
    days: str
    joint: str


STYLES = {
    "sv": _Style(_dotted, "–", f"kl.{NBSP}{{}}", "–", " "),
    "en_GB": _Style(_twelve_hour, " to ", "{}", " to ", ", "),
    "de": _Style(_with_colon, "–", f"{{}}{NBSP}Uhr", " bis ", ", "),
}


def time_of_day(time: dt.time, language: str) -> str:
    """Return ``time`` to the minute: ``kl. 9.00``, ``9am``, ``9:00 Uhr``."""
    style = lookup(STYLES, language)
    if style is None:
        return tidy(format_time(time, "short", locale=locale(language)))
    return style.frame.format(style.time(_minutes(time)))


def time_range(opens: dt.time, closes: dt.time, language: str) -> str:
    """Return from one time to another on the same day: ``kl. 9.00–15.30``, ``9am to 3:30pm``.

    Midnight closes the day (``kl. 18.00–24.00``).  Raise :class:`FormatError` when ``closes`` is not
    later than ``opens``.
    """
    start, end = _minutes(opens), _minutes(closes) or MIDNIGHT
    if end <= start:
        raise FormatError(
            msg(
                "Closing time {closes} is not after opening time {opens}; give each day hours of its own.",
                opens=opens.isoformat("minutes"),
                closes=closes.isoformat("minutes"),
            )
        )
    style = lookup(STYLES, language)
    if style is None:
        return _cldr_range(opens, closes, language)
    return style.frame.format(f"{style.time(start)}{style.to}{style.time(end)}")


def opening_hours(days: Sequence[str], opens: dt.time, closes: dt.time, language: str) -> str:
    """Return days and hours: ``måndag–fredag kl. 9.00–15.30``, ``Monday to Friday, 9am to 3:30pm``.

    ``days`` holds one :class:`Weekday`, or the first and the last of several.  Raise :class:`FormatError`
    for anything else, and as :func:`time_range` does.
    """
    names = tuple(_day_name(day, language) for day in _first_and_last(days))
    style = lookup(STYLES, language)
    tie, joint = (style.days, style.joint) if style else ("–", ", ")
    return f"{tie.join(names)}{joint}{time_range(opens, closes, language)}"


def _minutes(time: dt.time) -> int:
    """Return the minutes since midnight."""
    return time.hour * HOUR + time.minute


def _first_and_last(days: Sequence[str]) -> tuple[str, ...]:
    """Return the one day or the two ends of several, a day said twice once."""
    ends = tuple(dict.fromkeys(days))
    if len(days) not in (1, 2):
        raise FormatError(msg("Give one day, or the first and the last, not {count}.", count=len(days)))
    return ends


def _day_name(day: str, language: str) -> str:
    """Return the language's name of an English weekday."""
    try:
        number = list(Weekday).index(Weekday(day))
    except ValueError:
        raise FormatError(
            msg("{day} is not a day; write one of monday, tuesday … sunday.", day=day)
        ) from None
    return str(locale(language).days["stand-alone"]["wide"][number])


def _cldr_range(opens: dt.time, closes: dt.time, language: str) -> str:
    """Return CLDR's range, in 12 or 24 hours as the language's short time is."""
    cldr = locale(language)
    skeleton = "hm" if "a" in cldr.time_formats["short"].pattern else "Hm"
    return tidy(format_interval(opens, closes, skeleton, locale=cldr))
