"""Postcodes, towns and rooms are the same in all editions of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.contacts._editions import Compared, compare, judge
from checks.model import Fault, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.contacts import Kind
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AddressEditions(Rule[SitePage, Compared]):
    """An address that changes between languages sends some readers to the wrong place.

    Compare this edition with the one that it is translated from, and write the same in both.
    """

    id = "address-editions"
    title = msg("Postcodes, towns and rooms are the same in all languages")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: SitePage) -> Iterator[Compared]:
        """Yield what this edition says, and what it leaves out."""
        return compare(page, {Kind.POSTCODE, Kind.ROOM}, only_read=True)

    def expectation(self, compared: Compared) -> Verdict:
        """Require what the original says."""
        return judge(compared)
