"""The address that a page has for search engines is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.links._rule import LinkRule, failed
from checks.model import PASSED, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class CanonicalTarget(LinkRule):
    """Search engines list a page under its canonical address; where nothing is there, they drop the page.

    Write the page's own address in the link element with rel="canonical", as visitors get it.
    """

    id = "canonical-target"
    title = msg("Canonical addresses lead to a page")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the canonical addresses on this site's own server."""
        return (link for link in page.links if link.is_internal and link.reference.is_canonical)

    def expectation(self, link: Link) -> Verdict:
        """Require a file there, without a detour; an edition has an address of its own."""
        destination = link.destination
        if destination.arrival is Arrival.FOUND and not destination.strays:
            return PASSED if _may_be(destination.path, link.page) else failed(_of_another(link), link)
        return failed(
            msg(
                "The canonical address {address} leads nowhere, so search engines drop the page. "
                "Write the address that the page has.",
                address=link.address,
            ),
            link,
        )


def _may_be(path: str, page: SitePage) -> bool:
    """Return whether a page may stand under the address of another: not where it announces its own."""
    own = page.facts.path
    return path == own or all(edition.destination.path != own for edition in page.alternates)


def _of_another(link: Link) -> Message:
    return msg(
        "The canonical address {address} is that of another page, and search engines drop this edition. "
        "Write its own address.",
        address=link.address,
    )
