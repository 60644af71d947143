"""Addresses do not leave the site by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.links._rule import LinkRule, failed, fault_of_link
from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Link, SitePage


_CLIMBING: Final = ("..", "/", "\\")


class LinkOutsideSite(LinkRule):
    """An address that climbs above the site's root leads elsewhere as soon as the site stands below a folder.

    Count the ../ of the address: each leaves one folder. An address that begins with a slash begins
    at the server's root, which need not be the site's.
    """

    id = "link-outside-site"
    title = msg("Addresses of the site's own files stay within the site")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses that climb, or begin at the server's root."""
        for link in page.links:
            destination = link.destination
            if destination.is_inside and (destination.strays or link.address.startswith(_CLIMBING)):
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require that a browser finds the file without leaving the site on its way."""
        destination, site = link.destination, link.page.site
        fault = fault_of_link(link) if destination.climbs else None
        if fault is not None:
            return failed(fault, link)
        if destination.climbs:
            return CannotTell(
                msg(
                    "{address} climbs above the root of the site, where browsers stop. Take out a ../.",
                    address=link.address,
                ),
                link.reference.attribute,
            )
        if not destination.strays:
            return PASSED
        verdict = Failed if site.settings.address else CannotTell
        return verdict(
            msg(
                "{address} leads out of the site, which begins at {home}. Write the address from there on.",
                address=link.address,
                home=f"{site.address}/",
            ),
            link.reference.attribute,
        )
