"""Opening hours are the same in all editions of a page."""

from __future__ import annotations

from checks.contacts._editions import EditionsRule
from checks.subjects.contacts import Kind
from pipeline.model import msg


class OpeningHoursEditions(EditionsRule):
    """Hours that change between languages let some readers stand before a closed door.

    Compare this edition with the one that it is translated from, and write the same in both.
    """

    id = "opening-hours-editions"
    title = msg("Opening hours are the same in all languages")
    kinds = frozenset({Kind.HOURS})
    has_words = True
