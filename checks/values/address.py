"""Postal addresses in running text: the Swedish postcode and what stands around it.

Five digits, a space after the third (``721 87 Västerås``); ``SE-`` before them only for readers abroad.
Five digits without the space are a postcode of many countries, so they are a Swedish one only before a
Swedish town.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from checks.languages import primary
from checks.values.spaces import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOWN = r"(?P<town>[A-ZÅÄÖ][\wåäöéÅÄÖ-]+)"
_POSTCODE = re.compile(
    r"(?<![\w+-])(?<!\d[ .,])(?P<prefix>(?:SE|S)(?:[- ]|(?=\d)))?"
    rf"(?P<code>\d{{3}}(?P<gap> ?-?| {{2,3}})\d{{2}}) {{1,3}}{_TOWN}"
)
_NUMBERED = re.compile(r"\d[ \u00a0]{1,3}[A-ZÅÄÖ]")  # a digit before a name
_BROKEN = re.compile(
    r"(?:^|(?<=[,\n]))[ ]?(?:SE-)?"
    rf"(?P<code>\d{{3}} \d|\d{{2,3}} \d{{3}}|\d{{3}} \d{{4}}|\d{{1,2}} \d{{1,2}}|\d{{6}}) {_TOWN}"
    r"(?= ?(?:[,.\n]|$))"
)
_ROOM = re.compile(
    r"\b(?P<word>rum|rummet|room|raum|zimmer)(?: no\.?| nr\.?)? "
    r"(?P<room>[A-ZÅÄÖ]{0,3}[ -]?\d{1,4}[A-Za-z]?)\b(?![:.]\d)",
    re.IGNORECASE,
)
# No part of an address or a file's name; looking back over the first letter is quicker than at every place.
_NAME = re.compile(r"[A-ZÅÄÖ](?<![\w@./:#-].)[a-zåäö]{3,}(?![\w@/-]|\.\w)")
_COUNTRY_WITHIN = 40  # characters behind the town


class Postcode(NamedTuple):
    """A Swedish postcode with its town, from ``start`` to ``end``.

    ``prefix`` is ``SE-`` or what stands in its place; ``country`` whether Sweden is named behind it.
    """

    start: int
    end: int
    text: str
    digits: str
    town: str
    prefix: str
    has_country: bool

    @property
    def is_well_written(self) -> bool:
        """Return whether it is written ``721 87``, or ``SE-721 87``."""
        return self.prefix in {"", "SE-"} and self.text == f"{self.prefix}{self.canonical}"

    @property
    def is_complete(self) -> bool:
        """Return whether it has the five digits of a Swedish postcode."""
        return len(self.digits) == len("72187")

    @property
    def canonical(self) -> str:
        """Return ``721 87``."""
        return f"{self.digits[:3]} {self.digits[3:]}"


class Room(NamedTuple):
    """A room in a house: ``rum A185``."""

    start: int
    end: int
    text: str
    room: str

    @property
    def is_certain(self) -> bool:
        """Return whether it can be nothing else: a number alone may count rooms, or be a year."""
        return not self.room.isdigit()


def find(text: str, towns: frozenset[str] = frozenset(), following: str = "") -> Iterator[Postcode]:
    """Yield the Swedish postcodes that a town follows, also those with a digit too few or too many.

    ``towns`` are Swedish ones too, beside those that everybody knows.  The country may stand in the
    text ``following``, which begins a line of its own.
    """
    if not _NUMBERED.search(text):
        return
    end = len(text)
    text = "\n".join(map(plain, f"{text}\n{following}".split("\n")))
    for found in _POSTCODE.finditer(text, 0, end):
        prefix = found["prefix"] or ""
        if found["gap"] == " " or prefix or found["town"] in towns or is_town(found["town"]):
            yield _postcode(text, found, prefix)
    for found in _BROKEN.finditer(text, 0, end):
        if found["town"] in towns or is_town(found["town"]):
            yield _postcode(text, found, "")


def find_rooms(text: str) -> Iterator[Room]:
    """Yield the rooms in ``text``."""
    if not _is_roomy(text.lower()):
        return
    for found in _ROOM.finditer(plain(text)):
        yield Room(found.start(), found.end(), found[0], re.sub("[ -]", "", found["room"]).upper())


def _is_roomy(text: str) -> bool:
    """Return whether a word for a room is in ``text``: a first look, of a tenth of the time."""
    return "rum" in text or "room" in text or "raum" in text or "zimmer" in text


def names_sweden(text: str) -> bool:
    """Return whether ``text`` names Sweden, in any of the languages that the project's readers have."""
    return _sweden().search(text) is not None


@lru_cache(maxsize=64)
def sweden_in(language: str) -> str:
    """Return the name of Sweden in ``language``."""
    try:
        return str(Locale.parse(primary(language)).territories["SE"])
    except (UnknownLocaleError, ValueError, KeyError, TypeError):
        return "Sweden"


def is_domestic(language: str) -> bool:
    """Return whether readers of ``language`` are at home in Sweden, or nobody knows where they are."""
    return primary(language) in {"", *get_official_languages("SE", regional=True)}


def is_town(name: str) -> bool:
    """Return whether ``name`` is a Swedish town that we know, in whatever letters."""
    return _folded(name) in _towns_by_folded_name()


def area_of(town: str) -> str | None:
    """Return the area code that is named after ``town``."""
    return next((code for code, towns in _areas().items() if town in towns), None)


def names_towns(text: str) -> bool:
    """Return whether a town that :func:`towns_in` finds stands in ``text``."""
    return not _spellings().keys().isdisjoint(_NAME.findall(text))


def towns_in(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield where towns with å, ä or ö stand in ``text``, how they are written there, and their names."""
    for found in _NAME.finditer(text):
        town = _spellings().get(found[0])
        if town is not None:
            yield found.start(), found[0], town


def _postcode(text: str, found: re.Match[str], prefix: str) -> Postcode:
    after = text[found.end() : found.end() + _COUNTRY_WITHIN]
    written = (prefix + found["code"]).strip()
    return Postcode(
        found.start("prefix") if prefix else found.start("code"),
        found.end(),
        written,
        re.sub(r"\D", "", found["code"]),
        found["town"],
        prefix.strip() if prefix != "SE " else prefix,
        names_sweden(after),
    )


@cache
def _areas() -> dict[str, tuple[str, ...]]:
    lines = Path(__file__).with_name("towns.txt").read_text(encoding="utf-8").splitlines()
    pairs = (line.partition(" ") for line in lines if not line.startswith("#"))
    return {code: tuple(towns.split(", ")) for code, _, towns in pairs}


@cache
def _towns_by_folded_name() -> dict[str, str]:
    return {_folded(town): town for towns in _areas().values() for town in towns}


# From CLDR: to load two dozen languages for one name each would take longer than to judge a page.
SWEDEN = {
    "ar": "السويد", "cs": "Švédsko", "da": "Sverige", "de": "Schweden", "en": "Sweden", "es": "Suecia",
    "et": "Rootsi", "fa": "سوئد", "fi": "Ruotsi", "fr": "Suède", "hu": "Svédország", "it": "Svezia",
    "lt": "Švedija", "lv": "Zviedrija", "nb": "Sverige", "nl": "Zweden", "pl": "Szwecja", "pt": "Suécia",
    "ro": "Suedia", "ru": "Швеция", "so": "Iswidhan", "sv": "Sverige", "tr": "İsveç", "uk": "Швеція",
}  # fmt: skip

AMBIGUOUS = frozenset("amal ange are hoor mala kopings koping oland jarpen hallen ramsele".split())
"""What towns become without their dots and is a word, or a name, of its own."""


@cache
def _spellings() -> dict[str, str]:
    towns = {
        folded: town
        for folded, town in _towns_by_folded_name().items()
        if folded != town.lower() and folded not in AMBIGUOUS
    }
    return {folded.capitalize(): town for folded, town in towns.items()} | {
        town: town for town in towns.values()
    }


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).lower()


@cache
def _sweden() -> re.Pattern[str]:
    names = sorted(map(re.escape, SWEDEN.values()), key=len, reverse=True)
    return re.compile("|".join(names), re.IGNORECASE)
