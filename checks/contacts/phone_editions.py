"""Telephone numbers are the same in all editions of a page."""

from __future__ import annotations

from checks.contacts._editions import EditionsRule
from checks.subjects.contacts import Kind
from pipeline.model import msg


class PhoneEditions(EditionsRule):
    """A digit that changes between languages sends some readers to somebody else, or to nobody.

    Compare this edition with the one that it is translated from, and write the same in both.
    """

    id = "phone-editions"
    title = msg("Telephone numbers are the same in all languages")
    kinds = frozenset({Kind.TELEPHONE})
