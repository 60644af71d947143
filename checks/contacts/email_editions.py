"""E-mail addresses are the same in all editions of a page."""

from __future__ import annotations

from checks.contacts._editions import EditionsRule
from checks.subjects.contacts import Kind
from pipeline.model import msg


class EmailEditions(EditionsRule):
    """An address that changes between languages sends some readers' mail to nobody.

    Compare this edition with the one that it is translated from, and write the same in both.
    """

    id = "email-editions"
    title = msg("E-mail addresses are the same in all languages")
    kinds = frozenset({Kind.EMAIL})
