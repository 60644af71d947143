"""Postcodes, towns and rooms are the same in all editions of a page."""

from __future__ import annotations

from checks.contacts._editions import EditionsRule
from checks.subjects.contacts import Kind
from pipeline.model import msg


class AddressEditions(EditionsRule):
    """An address that changes between languages sends some readers to the wrong place.

    Compare this edition with the one that it is translated from, and write the same in both.
    """

    id = "address-editions"
    title = msg("Postcodes, towns and rooms are the same in all languages")
    kinds = frozenset({Kind.POSTCODE, Kind.ROOM})
    has_words = True
