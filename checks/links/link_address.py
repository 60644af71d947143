"""Every address is one that a browser can follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.links._rule import LinkRule, failed
from checks.model import PASSED, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_JUDGED: Final = (Arrival.ELSEWHERE, Arrival.INVALID, Arrival.LOCAL)
_PAGES: Final = {"a", "area", "form", "button", "input"}  # these may ask for their own page again


class LinkAddress(LinkRule):
    """A browser does nothing with an address that it cannot read, and says nothing either.

    Write https:// and the name of the server, and behind it no colon, or one with the number of a port.
    An element that shows a file names it; where there is none, take the attribute out.
    """

    id = "link-address"
    title = msg("Addresses can be read by a browser")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses with a server, and the empty ones of what is no page."""
        for link in page.links:
            if link.destination.arrival in _JUDGED or _is_empty(link):
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require what the URL standard makes an address of (WHATWG URL, 4.4)."""
        if _is_empty(link):
            return failed(
                msg(
                    "The {attribute} of this {tag} is empty. Name the file, or take the attribute out.",
                    attribute=link.reference.attribute,
                    tag=link.reference.tag,
                ),
                link,
            )
        if link.destination.arrival is not Arrival.INVALID:
            return PASSED
        return failed(
            msg(
                "{address} is no address: browsers cannot read the name of its server. Correct it.",
                address=link.address,
            ),
            link,
        )


def _is_empty(link: Link) -> bool:
    return not link.address and link.reference.tag not in _PAGES
