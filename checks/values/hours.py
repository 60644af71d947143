"""Opening hours in running text: from one time of day to another, and how a language writes it.

Swedish ``kl. 9.00–15.30`` (webbriktlinjer.se, R66), English ``9am to 3:30pm`` (GOV.UK), German
``9:00–15:30 Uhr`` (DIN 5008).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from checks.languages import primary
from checks.values.spaces import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUR, NOON, DAY = 60, 12 * 60, 24 * 60
NAMED = {"midday": NOON, "noon": NOON, "midnight": DAY, "mittag": NOON, "mitternacht": DAY}

_HALF = r"(?: ?(?:[ap]m\b|[ap]\.m\.))"
_MINUTES = rf"(?:[.:][0-5]\d)?{_HALF}?"
_TIME = rf"(?:[01]?\d|2[0-4]){_MINUTES}|midday|noon|midnight"
_RANGE = re.compile(
    # Before its first character, which Python's re looks for quickly: no word, and no other number.
    r"(?P<start>(?-i:[\dMmNn])(?<![\w.,:/§+-].)(?<!\d[ -].)"
    rf"(?:(?:(?<=[01])\d|(?<=2)[0-4]|(?<=\d)){_MINUTES}|(?<=m)id(?:day|night)|(?<=n)oon))(?: Uhr)?"
    r"(?: ?[-\u2012-\u2014\u2212] ?| to | till | bis | until | and | och | und )"
    rf"(?P<end>{_TIME})(?P<after> ?Uhr\b)?"
    r"(?![\w%§]|[.,:/-]\d| ?(?:kr|kronor|år|procent|SEK|EUR|€|m|km|kg|st)\b)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"(?<![\w.,:/§+-])(?<!\d[ -])(?:kl\.?|klockan) \Z", re.IGNORECASE)
_JOINED = re.compile(  # in every range: a dash, or the last letter of a word like till, before a time
    r"[-\u2012-\u2014\u2212DHLOSdhlos](?=\s?[\dMmNn])"
    r"(?:(?<=[-\u2012-\u2014\u2212])|(?i:(?<=\sto)|(?<=\still)|(?<=\suntil)|(?<=\s(?:bis|and|och|und))))"
    r"\s?(?:\d|[Mm][Ii][Dd]|[Nn][Oo][Oo][Nn])"
)
_REACH = 40  # characters: a range has fewer before its joint, and fewer behind it with what may not follow
_OPEN = re.compile(
    r"\b(?:öpp\w+|stäng\w+|telefontid\w*|besökstid\w*|open\w*|hours|clos\w+|geöffnet|öffnungszeit\w*|sprechzeit\w*|sprechstunde\w*)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"uhr|midday|noon|midnight|\d ?[ap]\.?m", re.IGNORECASE)
_TWELVE = r"(?:\d{1,2}(?::\d\d)?(?:am|pm)|midday|noon|midnight)"
_GOOD = {
    "sv": re.compile(
        r"\d{1,2}\.\d\d–\d{1,2}\.\d\d|\d{1,2}–\d{1,2}|\d{1,2}(?:\.\d\d)? (?:till|och) \d{1,2}(?:\.\d\d)?",
        re.IGNORECASE,
    ),
    "en": re.compile(rf"{_TWELVE} (?:to|and|until) {_TWELVE}"),
    "de": re.compile(r"\d{1,2}(?::\d\d)?(?: Uhr)?(?:–| bis | und )\d{1,2}(?::\d\d)? Uhr"),
}
STYLES = {"sv": "kl. 9.00–15.30", "en": "9am to 3:30pm", "de": "9:00–15:30 Uhr"}

# From CLDR: to load three languages for seven words each would take longer than to judge a page.
DAYS = {
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag".split(),
    "en": "monday tuesday wednesday thursday friday saturday sunday".split(),
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(),
}
_ABBREVIATED = {
    "sv": r"\b(mån|tis|ons|tors|tor|fre|lör|sön)\b",
    "en": r"\b(Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\b",
    "de": r"\b(Mo|Di|Mi|Do|Fr|Sa|So)\b(?=\.?,? ?(?:[–-]|\d|bis\b|und\b))",
}


class Hours(NamedTuple):
    """From one time to another: ``start`` to ``end`` in the text, ``opens`` to ``closes`` in minutes."""

    start: int
    end: int
    text: str
    opens: int
    closes: int
    days: tuple[int, ...]  # those named in the same text: 0 is Monday
    is_certain: bool = True

    def is_well_written(self, language: str) -> bool:
        """Return whether ``language`` writes it so; only three languages are judged."""
        form = _GOOD.get(_style(language))
        return form is None or form.fullmatch(plain(self.text)) is not None

    def written(self, language: str) -> str:
        """Return it as ``language`` writes it."""
        return _WRITE.get(_style(language), _with_colon)(self.opens, self.closes)


def find(text: str, language: str) -> Iterator[Hours]:
    """Yield the spans of hours in ``text``; what may be prices or the numbers of pages is not certain."""
    spans = list(_spans(text))
    if not spans:
        return
    days = days_in(text, language)
    for found in spans:
        opens, closes = _minutes(found["start"], found["end"]), _minutes(found["end"], "")
        if opens != closes:
            end = found.end("after") if found["after"] else found.end("end")
            is_certain = _is_certain(found) or (
                "." in found["start"] and "." in found["end"] and bool(days or _OPEN.search(text))
            )
            written = text[found.start("start") : end]
            yield Hours(found.start("start"), end, written, opens, closes, days, is_certain)


def _spans(text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like hours: around each joint, for to look everywhere takes ten times as long."""
    joint = _JOINED.search(text)
    read, end = plain(text) if joint else "", 0
    while joint:
        found = _RANGE.search(read, max(end, joint.start() - _REACH), joint.end() + _REACH)
        if found and found.start() < joint.start():  # else it is cut off, and the next joint's
            end = found.end()
            yield found
        joint = _JOINED.search(text, max(end, joint.start() + 1))


def days_in(text: str, language: str) -> tuple[int, ...]:
    """Return the days of the week that ``text`` names, in their order there."""
    tag = primary(language)
    if tag not in _ABBREVIATED:
        return ()
    return tuple(_day(found[0], tag) for found in _days(tag).finditer(text))


def _is_certain(found: re.Match[str]) -> bool:
    """Return whether nothing around it is needed to see that these are times of day."""
    if _TOLD.search(found[0]) or _CLOCK.search(
        found.string, max(0, found.start() - len("klockan ")), found.start()
    ):
        return True
    return ":" in found["start"] and ":" in found["end"]


@lru_cache(maxsize=1 << 10)
def _minutes(time: str, other: str) -> int:
    """Return the minutes since midnight; ``9 to 4pm`` takes no half of the day from ``other``."""
    named = NAMED.get(time.lower())
    if named is not None:
        return 0 if named == DAY and other else named
    numbers = [int(number) for number in re.findall(r"\d+", time)]
    minutes = numbers[0] * HOUR + (numbers[1] if len(numbers) > 1 else 0)
    half = re.search(r"[ap]", time.lower()) or (
        re.search(r"a", other.lower()) if re.search(r"\da", other.lower()) else None
    )
    if half is None or numbers[0] > NOON // HOUR:
        return minutes
    return minutes % NOON + (NOON if half[0] == "p" else 0)


def _style(language: str) -> str:
    """Return which table a language is in: American English writes ``9 AM – 5 PM`` and is in none."""
    return "" if language.lower().startswith("en-us") else primary(language)


@lru_cache(maxsize=1 << 8)
def _day(word: str, tag: str) -> int:
    begin = word.lower()[:3].rstrip(".")
    return next((day for day, name in enumerate(DAYS[tag]) if name.startswith(begin)), 0)


@cache
def _days(tag: str) -> re.Pattern[str]:
    begin = "".join(name[0] + name[0].upper() for name in DAYS[tag])  # a set, which is quick to find
    return re.compile(rf"(?=[{begin}])(?:(?i:\b(?:{'|'.join(DAYS[tag])}))|{_ABBREVIATED[tag]})")


def _dotted(opens: int, closes: int) -> str:
    return f"kl. {_clock(opens, '.')}–{_clock(closes, '.')}"


def _with_colon(opens: int, closes: int) -> str:
    return f"{_clock(opens, ':')}–{_clock(closes, ':')}"


def _twelve(opens: int, closes: int) -> str:
    return f"{_half_day(opens)} to {_half_day(closes)}"


def _uhr(opens: int, closes: int) -> str:
    return f"{_with_colon(opens, closes)} Uhr"


_WRITE = {"sv": _dotted, "en": _twelve, "de": _uhr}


def _clock(minutes: int, mark: str) -> str:
    return f"{minutes // HOUR}{mark}{minutes % HOUR:02}"


def _half_day(minutes: int) -> str:
    if minutes % NOON == 0:
        return "midday" if minutes == NOON else "midnight"
    hour, minute = divmod(minutes, HOUR)
    return f"{hour % 12 or 12}{f':{minute:02}' if minute else ''}{'am' if minutes < NOON else 'pm'}"
