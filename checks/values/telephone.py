"""Telephone numbers in running text: found, told apart, and written as a language writes them.

phonenumbers knows which numbers exist, and its matcher (leniency VALID) tells them from dates, amounts
and organisation numbers.  It lets through what a Swede sees is wrong (``021-39 26 3``) and groups
0771 numbers as nobody does, so the Swedish forms are tables here.  Numbers of other countries are never
judged by their form: a German hyphen marks the direct line.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import phonenumbers
from phonenumbers import (
    Leniency,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberMatch,
    PhoneNumberMatcher,
    PhoneNumberType,
)

from checks.languages import primary
from checks.values.spaces import as_typed, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SWEDEN = "SE"
_SWEDEN = 46  # its country code
SWEDISH = "sv"
HOMES = {"sv": "SE", "de": "DE", "fi": "FI", "da": "DK", "nb": "NO", "nn": "NO", "no": "NO", "nl": "NL"}
"""Where numbers without a country code are at home on a site in a language; English has too many homes."""

SHORT = "112 1177 11313 11414 116000 116006 116111 116117 116123 118118 118700 90000".split()
_SHORT = re.compile(
    r"(?<![\w+.,:/§&#-])(?<![\d+][ \u00a0-])"
    r"(112|1177|113[ \u00a0]?13|114[ \u00a0]?14|90[ \u00a0]?000"
    r"|11[68][ \u00a0]?(?:000|006|111|117|118|123|700))"
    r"(?![\w%]|[-/:.,–]\d|[ \u00a0]\d)"
)
_CALL = re.compile(
    r"\b(?:ring|telefon|tel|tfn|nummer|nödnummer|call|phone|dial|number|ruf|anruf|wähl|telefonisch)\w*\b[^.!?]{0,40}$",
    re.IGNORECASE,
)

_SPACE = r"[ \u00a0\u2007\u2009\u202f]"
_DASH = r"[-\u2010-\u2013\u2212]"
_STEP = rf"(?:{_SPACE}{{0,2}}[()/]?{_SPACE}{{0,2}}|\.){_DASH}?{_SPACE}{{0,2}}\(?\d"  # to the next digit
_CANDIDATE = re.compile(
    r"[(+0](?<![\w@%=&-].)(?<![^\d\s]/.)(?<![\d)][.,:].)"  # looked for quickly; then what is before it
    rf"(?:(?<=\(){_SPACE}?(?:\+{_SPACE}?\d|0)|(?<=\+){_SPACE}?\d|(?<=0))(?:{_STEP}){{5,16}}+"
    rf"(?![\w@%]|{_SPACE}?(?:kr|kronor|SEK|EUR|euro|€|%|[tm]n?kr)\b)"
)
_DIALLED = re.compile(r"[+0][\d \u00a0\u2007\u2009\u202f()/.\u2010-\u2013\u2212-]{5}")  # in every candidate
_NO_NUMBER = re.compile(  # hours, dates, a person's identity number
    r"\d{1,2}[.:]\d\d ?[-\u2013] ?\d{1,2}[.:]\d\d|\d\d[./-]\d\d[./-]\d{4}|\d{6}[-+]\d{4}|0\d\d\d-\d{4}"
)
_SURELY_SWEDISH = re.compile(rf"0\d{{1,3}}{_DASH}\d{{2,3}}(?:{_SPACE}\d{{2,3}})+(?!\d)")
_LOOKS_SWEDISH = re.compile(
    rf"0\d{{1,3}}{_DASH}\d{{1,3}}(?:{_SPACE}\d{{1,3}})+|0\d{{1,3}}{_DASH}\d{{5,8}}"
    rf"|(?:\+|00)46{_SPACE}?(?:\(0\))?{_DASH}?\d{{1,3}}{_DASH}?(?:{_SPACE}?\d{{1,4}})+"
)
_FEWEST, _MOST = 7, 14  # digits of what looks like a Swedish number, area code and country code with it
_LONE_END = re.compile(rf"{_SPACE}\d$")  # no Swedish number ends so: a digit is lost, or one too many
_TOWN_AFTER = re.compile(rf"{_SPACE}+\d{{3}}{_SPACE}\d\d$")  # a postcode right behind a number
_EXTENSION = re.compile(
    rf"{_SPACE}?[,;]?{_SPACE}?(?:anknytning|ankn|extension|extn?|durchwahl|dw|nebenstelle)\b\.?:?{_SPACE}?(\d{{1,6}})\b",
    re.IGNORECASE,
)

# Numbers not tied to a place that are read with four digits first; phonenumbers splits them after three.
_SERVICE = re.compile(r"(200|77\d)(\d{3})(\d{3})")
_NATIONAL = re.compile(r"0(\d{1,3})-\d{2,3}(?: \d{2,3})+")
_INTERNATIONAL = re.compile(r"\+46 (\d{1,3}) \d{2,}(?: \d{2,})*")
_HARD_TO_REACH = {PhoneNumberType.TOLL_FREE, PhoneNumberType.SHARED_COST}


class Telephone(NamedTuple):
    """A number that can be dialled: in E.164 (``+4621392636``), or the digits of a short one (``112``)."""

    number: str
    extension: str = ""

    @property
    def is_short(self) -> bool:
        """Return whether it works in one country only, as 112 does."""
        return not self.number.startswith("+")

    @property
    def is_swedish(self) -> bool:
        """Return whether it is a number of Sweden, short or not."""
        return self.is_short or self.number.startswith("+46")

    @property
    def is_hard_to_reach(self) -> bool:
        """Return whether it is one like 020 or 0771, which may not be reached from abroad."""
        return not self.is_short and self.is_swedish and _kind(self.number) in _HARD_TO_REACH

    @property
    def area_code(self) -> str | None:
        """Return the area code of a Swedish number that belongs to a place: ``021``."""
        if self.is_short or not self.is_swedish or _kind(self.number) != PhoneNumberType.FIXED_LINE:
            return None
        return f"0{_parts(self.number)[0]}"

    def written(self, language: str) -> str:
        """Return how people of ``language`` write it: ``021-39 26 36``, ``+46 21 39 26 36``."""
        if self.is_short or not self.is_swedish:
            return self.number
        area, rest = _parts(self.number)
        return f"0{area}-{rest}" if primary(language) == SWEDISH else f"+46 {area} {rest}"


class Written(NamedTuple):
    """What is, or looks like, a number in a text, from ``start`` to ``end``.

    ``telephone`` is None for a look-alike that cannot be dialled; ``is_certain`` False for digits
    that are a short number only where the text means one.
    """

    start: int
    end: int
    text: str
    telephone: Telephone | None
    is_certain: bool = True


def home_of(languages: Iterable[str]) -> str | None:
    """Return where national numbers are at home on a page with editions in ``languages``; Sweden first."""
    homes = {HOMES.get(primary(language)) for language in languages}
    return SWEDEN if SWEDEN in homes else next((home for home in sorted(filter(None, homes))), None)


def find(text: str, home: str | None) -> Iterator[Written]:
    """Yield the numbers in ``text``, and what looks like one; ``home`` is the region of national ones."""
    yield from _find_short(text)
    if not _DIALLED.search(text):
        return
    position = 0
    while candidate := _CANDIDATE.search(text, position):
        position = candidate.end()
        found = _read(candidate[0], home)
        if found is None:
            continue
        start, end = candidate.start() + found[0], candidate.start() + found[1]
        telephone, position = found[2], end
        extension = _EXTENSION.match(text, end)
        if extension is not None and telephone is not None:
            telephone, position = Telephone(telephone.number, extension[1]), extension.end()
        yield Written(start, end, text[start:end], telephone)


@lru_cache(maxsize=1 << 14)
def read(text: str, home: str | None) -> Telephone | None:
    """Return the number that the whole of ``text`` is, whatever separates its digits; None for none."""
    typed = as_typed(text)
    if re.sub(r"\D", "", typed) in SHORT and not typed.startswith("+"):
        return Telephone(re.sub(r"\D", "", typed))
    try:
        parsed = phonenumbers.parse(typed, home)
    except phonenumbers.NumberParseException:
        return None
    return _telephone(parsed) if phonenumbers.is_valid_number(parsed) else None


def may_exist(text: str) -> bool:
    """Return whether an international number is as long as its country has them; a Swedish one exists."""
    try:
        parsed = phonenumbers.parse(as_typed(text))
    except phonenumbers.NumberParseException:
        return False
    check = (
        phonenumbers.is_valid_number if parsed.country_code == _SWEDEN else phonenumbers.is_possible_number
    )
    return check(parsed)


def is_well_written(text: str, telephone: Telephone, language: str) -> bool:
    """Return whether ``text`` is how ``language`` writes the number; only Swedish ones are judged."""
    if telephone.is_short or not telephone.is_swedish:
        return True
    typed = plain(text).replace("\u2011", "-").replace("\u2010", "-")
    form = _INTERNATIONAL.fullmatch(typed)
    if form is None and primary(language) in {SWEDISH, ""}:
        form = _NATIONAL.fullmatch(typed)
    return form is not None and _is_area(form[1], telephone.number)


def _find_short(text: str) -> Iterator[Written]:
    if "11" not in text and "90" not in text:  # one of which is in all of them
        return
    for found in _SHORT.finditer(text):
        is_certain = _CALL.search(text, max(0, found.start() - 60), found.start()) is not None
        number = re.sub(r"\D", "", found[0])
        yield Written(found.start(), found.end(), found[0], Telephone(number), is_certain)


@lru_cache(maxsize=1 << 14)
def _read(candidate: str, home: str | None) -> tuple[int, int, Telephone | None] | None:
    """Return the first number in ``candidate`` with its ends; without number for a look-alike."""
    if _NO_NUMBER.match(candidate):
        return None
    if home is None and _SURELY_SWEDISH.match(candidate):
        home = SWEDEN
    found = _match(candidate, home) or _match(_TOWN_AFTER.sub("", candidate), home)
    if found is not None:
        is_broken = (
            found.raw_string.strip()
            and found.number.country_code == _SWEDEN
            and _LONE_END.search(found.raw_string)
        )
        return found.start, found.end, None if is_broken else _telephone(found.number)
    alike = _LOOKS_SWEDISH.match(candidate) if home == SWEDEN or candidate.startswith("+46") else None
    if alike is not None and _FEWEST <= sum(map(str.isdigit, alike[0])) <= _MOST:
        return 0, alike.end(), None
    return None


def _match(candidate: str, home: str | None) -> PhoneNumberMatch | None:
    return next(iter(PhoneNumberMatcher(candidate, home, leniency=Leniency.VALID)), None)


def _telephone(parsed: PhoneNumber) -> Telephone:
    return Telephone(phonenumbers.format_number(parsed, PhoneNumberFormat.E164), parsed.extension or "")


@lru_cache(maxsize=1 << 12)
def _parsed(number: str) -> PhoneNumber:
    return phonenumbers.parse(number)


def _kind(number: str) -> int:
    return phonenumbers.number_type(_parsed(number))


@lru_cache(maxsize=1 << 12)
def _parts(number: str) -> tuple[str, str]:
    """Return a Swedish number's area code without 0, and the rest in groups."""
    parsed = _parsed(number)
    service = _SERVICE.fullmatch(str(parsed.national_number))
    if service is not None:
        return service[1], f"{service[2]} {service[3]}"
    area, _, rest = phonenumbers.format_number(parsed, PhoneNumberFormat.NATIONAL).partition("-")
    return area.removeprefix("0"), rest


def _is_area(area: str, number: str) -> bool:
    """Return whether ``area`` can be the number's area code: exactly the place's, or a mobile's 73 or 733."""
    service = _SERVICE.fullmatch(number.removeprefix("+46"))
    if service is not None:
        return area == service[1]
    if _kind(number) == PhoneNumberType.FIXED_LINE:
        return area == _parts(number)[0]
    length = phonenumbers.length_of_national_destination_code(_parsed(number))
    return number.startswith(f"+46{area}") and len(area) in {length, length + 1}
