"""Addresses are percent-encoded once, and in UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.links._faults import has_codes, has_stray_percent
from checks.links._rule import LinkRule
from checks.model import Severity
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


_THERE: Final = (Arrival.FOUND, Arrival.ENCODING)


class LinkEncoding(LinkRule):
    """A server that is asked with wrong %-codes answers with an error, though the file is there.

    Encode a letter once, in UTF-8: å is %C3%A5, a space %20, and a % itself %25. Slashes between folders
    stay as they are.
    """

    id = "link-encoding"
    title = msg("Addresses are percent-encoded as servers read them")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses of files that are there, if not for the codes in the address."""
        for link in page.own_links:
            if "%" in link.reference.address:
                is_there = link.destination.arrival in _THERE and has_codes(link.address)
                if is_there or has_stray_percent(link.address):
                    yield link
