"""What the rules on addresses in files that are no pages have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.links._faults import fault_of
from checks.model import PASSED, Failed, Rule, Verdict
from checks.subjects import Arrival, Entry, Reader, Site
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class EntryRule(Rule[Site, Entry]):
    """A rule on the addresses in one kind of file: a style sheet, a manifest, a sitemap."""

    readers: ClassVar[tuple[Reader, ...]]

    def applicability(self, site: Site, /) -> Iterator[Entry]:
        """Yield the addresses within the site, and what keeps a file from being read."""
        for reader in self.readers:
            for entry in site.entries(reader):
                if entry.problem is not None or self.concerns(entry):
                    yield entry

    def concerns(self, entry: Entry) -> bool:
        """Return whether the rule is about this address."""
        arrival = entry.destination.arrival
        return entry.destination.is_inside or arrival in {Arrival.LOCAL, Arrival.INVALID}

    def expectation(self, entry: Entry, /) -> Verdict:
        """Require that it leads to a file of the site."""
        if entry.problem is not None:
            return Failed(entry.problem)
        if not entry.destination.is_inside:
            return Failed(
                msg("{address} is an address that visitors cannot follow. Correct it.", address=entry.address)
            )
        fault = fault_of(entry.address, entry.destination, entry.site)
        return PASSED if fault is None else Failed(fault)
