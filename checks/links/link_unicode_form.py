"""Addresses store their letters as the names of their files do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.links._rule import SpellingRule
from checks.model import Severity
from checks.subjects import Arrival
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Link, SitePage


class LinkUnicodeForm(SpellingRule):
    """An å can be stored as one character or as two, and a server takes them for different names.

    Some computers store file names in the other way than keyboards do. Give files names without
    accents; or name the file anew on the computer that its pages are written on.
    """

    id = "link-unicode-form"
    title = msg("Addresses store accents as the names of their files do")
    severity = Severity.BLOCKING
    astray = Arrival.UNICODE_FORM

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield those of such addresses that have letters beyond ASCII."""
        for link in super().applicability(page):
            if not link.destination.asked.isascii():
                yield link
