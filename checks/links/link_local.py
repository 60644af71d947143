"""No address leads to the computer of who wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.links._rule import LinkRule, failed
from checks.model import PASSED, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_JUDGED: Final = (Arrival.ELSEWHERE, Arrival.LOCAL)


class LinkLocal(LinkRule):
    """An address on the author's own computer or network works for the author and for nobody else.

    Write the address that the page or the file has on the web. Where it is a file, put it on the site.
    """

    id = "link-local"
    title = msg("No address leads to its author's own computer or network")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses outside the site."""
        return (link for link in page.links if link.destination.arrival in _JUDGED)

    def expectation(self, link: Link) -> Verdict:
        """Require a server that others reach too: no file:, C:, localhost or private network (RFC 1918)."""
        if link.destination.arrival is not Arrival.LOCAL:
            return PASSED
        return failed(
            msg(
                "{address} leads to a computer that visitors do not reach. Write its address on the web.",
                address=link.address,
            ),
            link,
        )
