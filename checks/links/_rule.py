"""What the rules on the addresses of a page have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.links._faults import fault_of, has_stray_percent
from checks.model import PASSED, Failed, Rule, Verdict
from checks.subjects import Link, SitePage
from checks.subjects.arrivals import Arrival

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model import Message


class LinkRule(Rule[SitePage, Link]):
    """A rule on the addresses of a page, whatever it says of people."""

    reads_contacts = False

    def expectation(self, link: Link, /) -> Verdict:
        """Require that it leads to a file of the site."""
        fault = fault_of_link(link)
        return PASSED if fault is None else failed(fault, link)


class SpellingRule(LinkRule):
    """A rule on addresses that would lead to a file, were it not for the way they are written."""

    astray: ClassVar[Arrival]

    def applicability(self, page: SitePage, /) -> Iterator[Link]:
        """Yield the addresses of files that are there, and of those that almost are."""
        judged = (Arrival.FOUND, self.astray)
        return (
            link
            for link in page.own_links
            if link.destination.arrival in judged and not has_stray_percent(link.reference.address)
        )


def failed(fault: Message, link: Link) -> Failed:
    """Return the verdict on ``link``, at its attribute."""
    return Failed(fault, link.reference.attribute)


def fault_of_link(link: Link) -> Message | None:
    """Return why ``link`` leads to no file of its site."""
    return fault_of(link.address, link.destination, link.page.site)
