"""Numbers in digits, with what multiplies them and what they count; and codes, which are not counted in."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale, UnknownLocaleError

from checks.equivalence.model import Kind, Value, Weight
from checks.equivalence.times import HOURS
from checks.equivalence.vocabulary import units

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.equivalence.model import Draft, Reading
    from checks.equivalence.vocabulary import Vocabulary

# What parts thousands and decimals.  Swedish pages write 682.4 as well as 682,4, and 1.200 as well as 1 200.
_GROUPS: Final = {"sv": ".", "en": ",", "de": "."}
_POINTS: Final = {"sv": ",.", "en": ".", "de": ","}
_TIE: Final = r"(?: ?[-\u2013\u2014] ?| (?:to|till|bis|och|and|und|or|eller|oder) )"

_LAW: Final = re.compile(r"(?<![\w.,:])\d{3,4}:\d+(?![\w:])")
_CAPITALS: Final = re.compile(r"(?<!\w)([A-ZÅÄÖ]{1,2}) $")
_CODE: Final = re.compile(r"(?<!\w)[A-ZÅÄÖ]{1,2}-?\d+(?:\.\d+)*")
_NUMBERED_WORD: Final = re.compile(r"(?<!\w)[^\W\d_]{2,20}(\d+)(?:\.(\d++)(?!\.\d))?(?:\.\d+)*")
_LIST: Final = re.compile(r"(?<![\w.,])\d{1,2}(?:,\d{1,2}){2,}(?![\w,]|\.\d)")
_SWEDISH_POSTCODE: Final = re.compile(r"(?<![\d.,])(\d{3}) ?(\d{2})(?= [A-ZÅÄÖ]\w)")
_SCHOOL_YEAR: Final = re.compile(r"(?<![\w.,])(\d{4}) ?[/\u2013-] ?(\d{2})(?![\w.,]\d|\d)")
_NUMBER: Final = re.compile(
    r"""
    (?P<sign>(?<![^\s(])[-\u2212\u2013](?=\d))?
    (?<![\w])(?<!\d[.,])
    (?P<digits>\d{1,3}(?:[ '\u2019]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)*)
    """,
    re.VERBOSE,
)
_AFTER: Final = re.compile(r"(?:[ -]?(?P<word>[^\W\d_]+)|(?P<decade>-?tal|s\b))?")
_RANGE: Final = re.compile(rf"{_TIE}\d+(?:[.,]\d+)?[ -]?(?P<word>[^\W\d_]+)")
_DECADE: Final = re.compile(r"-?(?:tal|s\b|er\b)", re.IGNORECASE)
_MINUS: Final = "-\u2212"
_CENTURY: Final = 100
_LONGEST: Final = 40  # digits of a number that is worth calculating with


def codes(draft: Draft) -> Iterator[Value]:
    """Yield laws (2018:1937), postcodes, rooms and versions (A185, V3.2.1): the same in all languages."""
    for match in draft.take(_SWEDISH_POSTCODE):
        yield Value.of(match[0], (Kind.CODE, match[1] + match[2]))
    for pattern in (_LAW, _CODE):
        for match in draft.take(pattern):
            yield Value.of(match[0], (Kind.CODE, match[0].replace("-", "").casefold()))
    for match in draft.take(
        _NUMBERED_WORD
    ):  # FIL1 is FILE1 in English, RFC4648 also RFC 4648, TLSv1.3 TLS 1.3
        whole, decimals = match[1], match[2] or ""
        numbers = {(Kind.NUMBER, _canonical(whole)), (Kind.NUMBER, _canonical(whole, decimals))}
        yield Value.of(match[0], (Kind.CODE, match[0].casefold()), *numbers)


def numbers(draft: Draft, words: Vocabulary) -> Iterator[Value]:
    """Yield the numbers, and the units that stand beside them."""
    for match in draft.take(_SCHOOL_YEAR):
        yield Value.of(match[1], (Kind.NUMBER, match[1]))
        yield Value.of(match[2], (Kind.NUMBER, match[2]), (Kind.NUMBER, match[1][:2] + match[2]))
    for match in draft.take(_LIST):  # 1,2,3 is 1, 2, 3
        yield from (Value.of(one, (Kind.NUMBER, _canonical(one))) for one in match[0].split(","))
    text = draft.text
    for match in draft.take(_NUMBER):
        yield from _number(match, text, words)


def unit_words(draft: Draft) -> Iterator[Value]:
    """Yield the units beside numbers, which are not left out, and the words for them elsewhere."""
    for match in _units_pattern().finditer(draft.text):
        beside = match["before"] is not None or match["after"] is not None
        unit = units()[match["unit"].lower()]
        yield Value.of(match["unit"], (Kind.UNIT, unit), weight=Weight.EXPECTED if beside else Weight.HINT)


def _number(match: re.Match[str], text: str, words: Vocabulary) -> Iterator[Value]:
    digits = match["digits"]
    forms = _amounts(digits, words.language)
    if forms is None:  # 3.2.1, 1,2,3
        yield Value.of(digits, (Kind.CODE, digits))
        return
    readings = {reading for amount in forms for reading in _meanings(amount, match, text, words)}
    sign = match["sign"]
    if sign:
        negative: set[Reading] = {(kind, f"-{amount}") for kind, amount in readings if kind is Kind.NUMBER}
        is_certain = sign in _MINUS and text[match.start() - 1 : match.start()] != "("
        readings = negative if is_certain else negative | readings
    yield Value.of(match[0], *readings)


def _meanings(amount: str, match: re.Match[str], text: str, words: Vocabulary) -> set[Reading]:
    """Return what an amount may mean where it stands."""
    scaled = _scaled(amount, text, match.end(), words)
    plain = (Kind.NUMBER, amount)
    if plain not in scaled:
        return scaled
    others = _as_years(amount, text, match.end()) | _as_code(match["digits"], text, match.start("digits"))
    return scaled | others | _as_time(match["digits"])


def _amounts(digits: str, language: str) -> list[str] | None:
    """Return what ``digits`` may amount to, or None where they are no number but a version or a list."""
    plain = re.sub(r"[ '\u2019]", "", digits)
    marks = re.findall(r"[.,]", plain)
    if not marks:
        return [_canonical(plain)]
    head, *rest = re.split(r"[.,]", plain)
    if len(set(marks)) == 1:
        return _with_one_mark(plain, marks[0], head, rest, language)
    if marks[-1] in marks[:-1]:
        return None
    *grouped, decimals = rest
    return [_canonical("".join((head, *grouped)), decimals)] if _are_groups(head, grouped) else None


def _with_one_mark(plain: str, mark: str, head: str, rest: list[str], language: str) -> list[str] | None:
    groups, points = _marks(language)
    grouped = _are_groups(head, rest)
    if len(rest) > 1:
        return [_canonical(plain.replace(mark, ""))] if grouped else None
    amounts = []
    if grouped and (mark in groups or mark not in points):
        amounts.append(_canonical(head + rest[0]))
    if not grouped or mark in points:
        amounts.append(_canonical(head, rest[0]))
    return amounts


def _are_groups(head: str, rest: list[str]) -> bool:
    return 1 <= len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in rest)  # noqa: PLR2004 - thousands


@cache
def _marks(language: str) -> tuple[str, str]:
    """Return what groups thousands in ``language``, and what begins decimals."""
    if language in _GROUPS:
        return _GROUPS[language], _POINTS[language]
    try:
        symbols = Locale.parse(language).number_symbols["latn"]
    except (UnknownLocaleError, ValueError, KeyError):
        return ".,", ".,"
    return symbols["group"], symbols["decimal"]


def _canonical(whole: str, decimals: str = "") -> str:
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _scaled(amount: str, text: str, end: int, words: Vocabulary) -> set[Reading]:
    """Return the amount times what stands behind it; both where that stands behind the end of a range."""
    found = _AFTER.match(text, end)
    power = words.scales.get((found["word"] or "").lower()) if found else None
    if power is not None:
        return {(Kind.NUMBER, _times_ten(amount, power))}
    range_ = _RANGE.match(text, end)
    power = words.scales.get(range_["word"].lower()) if range_ else None
    plain = (Kind.NUMBER, amount)
    return {plain} if power is None else {plain, (Kind.NUMBER, _times_ten(amount, power))}


def _times_ten(amount: str, power: int) -> str:
    """Return ``amount`` times ten to the ``power``, exactly."""
    whole, _, decimals = amount.partition(".")
    return _canonical(whole + decimals[:power].ljust(power, "0"), decimals[power:])


def _as_time(digits: str) -> set[Reading]:
    """Return the time that ``9`` or ``9.30`` may be."""
    hour, _, minute = digits.partition(".")
    if len(hour) > 2 or len(minute) not in (0, 2) or not (hour + minute).isdigit():  # noqa: PLR2004 - two digits each
        return set()
    return {(Kind.TIME, f"{int(hour):02}:{minute or '00'}")} if int(hour) <= HOURS else set()


def _as_years(amount: str, text: str, end: int) -> set[Reading]:
    """Return the decade or the century: 90-talet is the 1990s, 1900-talet the 20th century."""
    if not amount.isdigit() or len(amount) > 4 or not _DECADE.match(text, end):  # noqa: PLR2004 - a year
        return set()
    year = int(amount)
    if year < _CENTURY:
        return {(Kind.NUMBER, str(1900 + year)), (Kind.NUMBER, str(2000 + year))}
    return {(Kind.NUMBER, str(year // _CENTURY + 1))} if year % _CENTURY == 0 else set()


def _as_code(digits: str, text: str, start: int) -> set[Reading]:
    """Return ``a185`` for a number behind one or two capitals: rum A 185, TR 46."""
    letters = _CAPITALS.search(text, max(start - 4, 0), start)
    return {(Kind.CODE, f"{letters[1]}{digits}".casefold())} if letters else set()


@cache
def _units_pattern() -> re.Pattern[str]:
    """Return the pattern of a unit, with the digit before or after it if there is one."""
    names = sorted(units(), key=len, reverse=True)
    signs = "|".join(re.escape(name) for name in names if not name[0].isalpha())
    written = "|".join(re.escape(name) for name in names if name[0].isalpha())
    unit = rf"(?P<unit>{signs}|(?<![^\W\d_])(?:{written})(?![^\W_]))"
    number = r"(?P<before>(?<=\d)|(?<=\d[ -]))?"
    return re.compile(rf"{number}{unit}(?P<after>(?= ?\d))?", re.IGNORECASE)
