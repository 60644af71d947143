"""Contacts from their records: the card that people read, and the same facts for machines."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from pipeline.formats import PostalAddress, Telephone, opening_hours, plain, postal_address
from pipeline.render.edition import CONTACTS
from pipeline.trace import mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.config import Contact, Hours
    from pipeline.render.edition import Edition

SCHEMA = "https://schema.org"

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class Card:
    """A contact in one language, as the template ``contact.html`` lays it out."""

    id: str
    name: str
    kind: str
    role: str
    unit: str
    telephone: str
    telephone_uri: str
    email: str
    address: PostalAddress
    hours: tuple[str, ...]


def contact_card(edition: Edition, contact_id: str) -> str:
    """Return the HTML of a contact in the edition's language, made once an edition."""
    if contact_id not in edition.cards:
        contact = edition.contacts[contact_id]
        edition.cards[contact_id] = _place(contact) + edition.render(
            "contact.html", contact=_card(edition, contact), _=lambda msgid: _words(edition, contact, msgid)
        )
    return edition.cards[contact_id]


def structured_data(edition: Edition, contacts: Iterable[str]) -> Markup:
    """Return a ``<script>`` with schema.org's data on ``contacts`` as JSON-LD, nothing if there are none.

    ``<`` is written as an escape, so that no value can end the element.  Made once for each set.
    """
    shown = tuple(contacts)
    if shown not in edition.scripts:
        edition.scripts[shown] = _script([_facts(edition, edition.contacts[contact]) for contact in shown])
    return Markup(edition.scripts[shown])  # noqa: S704 - escaped there


def _script(contacts: list[dict[str, Any]]) -> str:
    if not contacts:
        return ""
    data = {"@context": SCHEMA, "@graph": contacts}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _card(edition: Edition, contact: Contact) -> Card:
    telephone = Telephone.parse(contact.telephone)
    return Card(
        id=contact.id,
        name=contact.name,
        kind=contact.kind,
        role=_words(edition, contact, contact.role) if contact.role else "",
        unit=_words(edition, contact, contact.unit) if contact.unit else "",
        telephone=telephone.text(edition.locale),
        telephone_uri=telephone.uri,
        email=contact.email,
        address=_address(edition, contact),
        hours=tuple(
            opening_hours(hours.days, hours.opens, hours.closes, edition.locale) for hours in contact.hours
        ),
    )


def _words(edition: Edition, contact: Contact, msgid: str) -> Markup:
    """Return one of the site's own texts as HTML; what follows it is the contact's again."""
    return Markup(edition.own_html(msgid) + _place(contact))  # noqa: S704 - escaped there


def _place(contact: Contact) -> str:
    return mark(0, contact.location.line, CONTACTS)


def _address(edition: Edition, contact: Contact) -> PostalAddress:
    address = contact.address
    return postal_address(
        edition.locale,
        postcode=address.postcode,
        town=address.town,
        building=address.building or "",
        room=address.room or "",
        street=address.street or "",
        country=edition.site.organisation.address_country,
    )


def _facts(edition: Edition, contact: Contact) -> dict[str, Any]:
    """Return schema.org's Person or organisation; addresses and numbers in the form for machines."""
    organisation, address = edition.site.organisation, _address(edition, contact)
    is_person = contact.kind == "person"
    facts: dict[str, Any] = {
        "@type": "Person" if is_person else "GovernmentOrganization",
        "name": contact.name,
        "jobTitle": edition.own_text(contact.role) if contact.role and is_person else None,
        "worksFor" if is_person else "parentOrganization": {
            "@type": "GovernmentOrganization",
            "name": edition.own_text(organisation.name),
            "url": organisation.url,
            "department": _department(edition, contact.unit) if contact.unit else None,
        },
        "email": contact.email,
        "telephone": Telephone.parse(contact.telephone).number,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": plain(address.street_address) or None,
            "postalCode": contact.address.postcode,
            "addressLocality": address.locality,
            "addressCountry": organisation.address_country,
        },
    }
    if contact.hours:
        facts["contactPoint"] = {
            "@type": "ContactPoint",
            "hoursAvailable": list(map(_open, contact.hours)),
        }
    return _without_gaps(facts)


def _department(edition: Edition, unit: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": edition.own_text(unit)}


def _open(hours: Hours) -> dict[str, Any]:
    """Return schema.org's OpeningHoursSpecification: every day named, times as 09:00."""
    first, last = (_WEEK.index(day) for day in hours.days)
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [day.capitalize() for day in _WEEK[first : last + 1]],
        "opens": hours.opens.isoformat("minutes"),
        "closes": hours.closes.isoformat("minutes"),
    }


def _without_gaps(data: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in data.items() if value is not None}
    return {key: _without_gaps(value) if isinstance(value, dict) else value for key, value in kept.items()}
