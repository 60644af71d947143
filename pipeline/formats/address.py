"""Postal addresses: what the postman reads stays Swedish, what the reader needs is in their language.

The EU's style guide (9.1.2) keeps the lines before the town in the language of the destination and
writes the country in the language of the publication.  The prefix ``SE-`` belongs to mail from abroad.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from babel.languages import get_official_languages

from pipeline.formats.faults import FormatError
from pipeline.formats.languages import locale, lookup
from pipeline.formats.spaces import NBSP, plain
from pipeline.model import msg

ROOMS = {"sv": "rum", "en": "room", "de": "Raum"}
ROOM_ELSEWHERE = ROOMS["sv"]

_SWEDISH_POSTCODE = re.compile(r"(?:SE?[- ])?(\d{3}) ?(\d{2})")


@dataclass(frozen=True, slots=True)
class PostalAddress:
    """An address in one language, in schema.org's parts; ``country`` is None for domestic readers."""

    street_address: str
    postal_code: str
    locality: str
    country: str | None = None

    @property
    def line(self) -> str:
        """Return the address on one line: ``Stadshuset, rum A185, 721 87 Västerås``."""
        town = f"{self.postal_code} {self.locality}"
        return ", ".join(part for part in (self.street_address, town, self.country) if part)


def postal_address(  # noqa: PLR0913 - the fields of a record, all by name
    language: str,
    *,
    postcode: str,
    town: str,
    building: str = "",
    room: str = "",
    street: str = "",
    country: str = "SE",
) -> PostalAddress:
    """Return the record's address as ``language`` writes it; ``country`` is an ISO 3166 code.

    A page in an official language of the country gets the domestic form; every other the country's name, and
    ``SE-`` before a Swedish postcode.  Names of buildings, streets and towns are never translated.
    Raise :class:`FormatError` for an unknown country or a Swedish postcode without five digits.
    """
    domestic = locale(language).language in get_official_languages(country)
    parts = (building, _room(room, language), street)
    return PostalAddress(
        street_address=", ".join(part for part in parts if part),
        postal_code=_postal_code(postcode, country, domestic=domestic),
        locality=town,
        country=None if domestic else _country_name(country, language),
    )


def _room(room: str, language: str) -> str:
    """Return ``rum A185``; in a language without a word here the one on the door."""
    word = lookup(ROOMS, language) or ROOM_ELSEWHERE
    return f"{word} {room}" if room else ""


def _postal_code(postcode: str, country: str, *, domestic: bool) -> str:
    """Return ``721 87`` or ``SE-721 87``; another country's as it was written."""
    if country != "SE":
        return postcode
    match = _SWEDISH_POSTCODE.fullmatch(plain(postcode).strip())
    if match is None:
        raise FormatError(
            msg("{postcode} is not a Swedish postcode; write five digits, like 721 87.", postcode=postcode)
        )
    digits = NBSP.join(match.groups())
    return digits if domestic else f"SE-{digits}"


def _country_name(country: str, language: str) -> str:
    """Return the country's name in the language of the page."""
    name = locale(language).territories.get(country) or locale("en").territories.get(country)
    if name is None:
        raise FormatError(msg("{country} is not a country; write its two letters, like SE.", country=country))
    return str(name)
