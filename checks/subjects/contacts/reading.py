"""What a text, an address of a link, or a thing of JSON-LD says of how to reach somebody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checks.subjects.contacts.model import Kind
from checks.values import address, email, hours, telephone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects.contacts.model import Reach
    from checks.subjects.data import Data
    from checks.values.telephone import Written

TELLING: Final = re.compile(r"[\d@]")  # what every text that says something has in it

_DIGIT: Final = re.compile(r"\d")


class Reader(NamedTuple):
    """Reads what a page says: ``home`` is the region of its national numbers, ``towns`` its Swedish ones."""

    home: str | None
    towns: frozenset[str]

    def in_text(self, text: str, language: str, following: str = "") -> Iterator[tuple[Kind, str, bool, Any]]:
        """Yield kind, key, certainty and value of all that ``text`` says; ``following`` comes behind it."""
        for mailbox in email.find(text):
            yield Kind.EMAIL, mailbox.address, True, mailbox
        if not _DIGIT.search(text):
            return
        for number in telephone.find(text, self.home):
            yield Kind.TELEPHONE, _key(number), number.is_certain, number
        for code in address.find(text, self.towns, following):
            yield Kind.POSTCODE, f"{code.digits} {code.town}", True, code
        for room in address.find_rooms(text):
            yield Kind.ROOM, room.room, room.is_certain, room
        for span in hours.find(text, language):
            yield Kind.HOURS, f"{span.opens}-{span.closes}", span.is_certain, span

    def in_address(self, href: str) -> Iterator[Reach]:
        """Yield whom a link with the address ``href`` reaches."""
        scheme, _, rest = href.strip().partition(":")
        if scheme.lower() == "tel":
            yield Kind.TELEPHONE, self._number(rest.partition(";")[0])
        elif scheme.lower() == "mailto":
            for recipient in email.Mailto.parse(href.strip()).recipients:
                yield Kind.EMAIL, email.canonical(recipient)

    def in_data(self, thing: Data) -> Iterator[tuple[Kind, str, str]]:
        """Yield kind, key and wording of what ``thing`` says."""
        for written in thing.telephones:
            yield Kind.TELEPHONE, self._number(written), written
        for written in thing.emails:
            yield Kind.EMAIL, email.canonical(written), written
        for code, town in thing.postcodes:
            yield Kind.POSTCODE, f"{digits(code)} {town}", code
        for street in thing.streets:
            for room in address.find_rooms(street):
                yield Kind.ROOM, room.room, room.text

    def _number(self, written: str) -> str:
        number = telephone.read(written, self.home)
        return number.number if number else f"?{digits(written)}"


def digits(written: str) -> str:
    """Return the digits of ``written``."""
    return re.sub(r"\D", "", written)


def _key(number: Written) -> str:
    """Return what identifies a number; for what cannot be dialled, its digits behind a question mark."""
    return f"?{digits(number.text)}" if number.telephone is None else number.telephone.number
