"""Every address in a sitemap is there."""

from __future__ import annotations

from typing import Final

from checks.links._entries import EntryRule
from checks.model import Failed, Severity, Verdict
from checks.subjects import Arrival, Entry, Reader
from checks.subjects.addresses import is_relative, tidy
from pipeline.model import msg

_OTHERS: Final = {Arrival.ELSEWHERE, Arrival.UNKNOWN}


class SitemapTarget(EntryRule):
    """Search engines trust a sitemap less with every address in it that leads nowhere.

    Write whole addresses, with https:// and the site's own server, of pages that are there. The same goes
    for the address of the sitemap in robots.txt.
    """

    id = "sitemap-target"
    title = msg("Addresses in the sitemap lead to a page")
    severity = Severity.BLOCKING
    readers = (Reader.SITEMAP, Reader.ROBOTS)

    def concerns(self, entry: Entry) -> bool:
        """Leave out other servers."""
        return entry.destination.arrival not in _OTHERS

    def expectation(self, entry: Entry) -> Verdict:
        """Require a whole address (sitemaps.org 0.9, loc), and a file there."""
        if entry.problem is None and is_relative(tidy(entry.address)):
            return Failed(
                msg(
                    "{address} is only a part of an address. Write it whole, with https:// and the server.",
                    address=entry.address,
                )
            )
        return super().expectation(entry)
