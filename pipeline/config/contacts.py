"""``source/contacts.toml``: people and units, one record each, from which every edition's card is made."""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - msgspec reads the types of fields when it runs
from dataclasses import dataclass, field
from datetime import time  # noqa: TC003 - as above
from typing import TYPE_CHECKING

from pipeline.config import kinds
from pipeline.config.files import read_text
from pipeline.config.located import read_toml
from pipeline.config.records import read_values, setting
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.config.located import Node

CONTACTS_FILE = "source/contacts.toml"

KINDS = ("person", "unit")

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where to find or write to somebody, in Sweden; ``postcode`` as ``721 87``."""

    street: str | None = field(default=None, metadata=setting(kinds.text, 'street = "Storgatan 1"'))
    building: str | None = field(default=None, metadata=setting(kinds.text, 'building = "Stadshuset"'))
    room: str | None = field(default=None, metadata=setting(kinds.text, 'room = "A185"'))
    postcode: str = field(metadata=setting(kinds.postcode, 'postcode = "721 87"'))
    town: str = field(metadata=setting(kinds.text, 'town = "Västerås"'))


def _address(node: Node) -> Address:
    return Address(**read_values(Address, node))


def _days(node: Node) -> tuple[str, str]:
    """Return the first and last day of the list at ``node``, which may name one day only."""
    days = kinds.list_of(kinds.one_of(WEEK))(node)
    in_order = sorted(days, key=WEEK.index)
    if len(days) not in {1, 2} or list(days) != in_order:
        message = msg(
            'The key "{key}" needs the first and the last day, in the order of the week, as in {example}.',
            key=node.key,
            example=node.example,
        )
        raise node.error(message)
    return days[0], days[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours on the days from the first to the last of ``days`` (English names), both included."""

    days: tuple[str, str] = field(metadata=setting(_days, 'days = ["monday", "friday"]'))
    opens: time = field(metadata=setting(kinds.clock, "opens = 09:00:00"))
    closes: time = field(metadata=setting(kinds.clock, "closes = 15:30:00"))


def _opening(node: Node) -> Hours:
    """Return the hours of one table; it must close after it opens."""
    hours = Hours(**read_values(Hours, node))
    if hours.opens >= hours.closes:
        message = msg(
            "It closes at {closes} but opens at {opens}; write the later time after closes.",
            closes=hours.closes.isoformat("minutes"),
            opens=hours.opens.isoformat("minutes"),
        )
        raise node.child("closes").error(message)
    return hours


def _hours(node: Node) -> tuple[Hours, ...]:
    return tuple(_opening(element) for element in node.elements())


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A person or unit.  ``telephone`` is national (``021-39 26 36``) or, abroad, begins with ``+``.

    ``name``, ``role`` and ``unit``, the one that it belongs to, are in the source language.
    ``location`` is the record's header, ``places`` tells where a key stands: ``"role"``,
    ``"address.room"``, ``"hours.0.opens"``.
    """

    id: str
    name: str = field(metadata=setting(kinds.text, 'name = "Kontaktcenter"'))
    kind: str = field(default="person", metadata=setting(kinds.one_of(KINDS), 'kind = "unit"'))
    role: str | None = field(default=None, metadata=setting(kinds.text, 'role = "Handläggare"'))
    unit: str | None = field(default=None, metadata=setting(kinds.text, 'unit = "Kulturförvaltningen"'))
    telephone: str = field(metadata=setting(kinds.telephone, 'telephone = "08-465 004 00"'))
    email: str = field(metadata=setting(kinds.email, 'email = "kontakt@kommun.example"'))
    address: Address = field(
        metadata=setting(_address, 'address = { postcode = "721 87", town = "Västerås" }')
    )
    hours: tuple[Hours, ...] = field(default=(), metadata=setting(_hours, "[[name.hours]]"))
    location: Location = field(compare=False)
    places: Mapping[str, Location] = field(default_factory=dict, compare=False, repr=False)


def load_contacts(root: Path) -> Mapping[str, Contact]:
    """Read ``source/contacts.toml`` of the site at ``root``: records by id, in the order of the file.

    Raises ConfigError if the file or a record is not in order.
    """
    missing = msg("There is no file {path}; create it, empty if there are no records.", path=CONTACTS_FILE)
    node = read_toml(read_text(root, CONTACTS_FILE, missing), CONTACTS_FILE)
    return {record.key: _contact(record) for record in kinds.records(node)}


def _contact(node: Node) -> Contact:
    """Return one record."""
    given = {"id": node.key, "location": node.location}
    return Contact(**read_values(Contact, node, given), places=node.places())
