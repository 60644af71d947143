"""Addresses of folders end in a slash."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.links._rule import LinkRule, failed
from checks.model import PASSED, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATH: Final = re.compile(r"\s*[^?#]*")


class LinkRedirectSlash(LinkRule):
    """A server that is asked for a folder without its slash sends the visitor on: two requests for one page.

    Write a slash behind the name of the folder.
    """

    id = "link-redirect-slash"
    title = msg("Addresses of folders end in a slash")
    severity = Severity.ADVISORY

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses that a server answers with the index page of a folder."""
        for link in page.own_links:
            destination = link.destination
            if destination.arrival is Arrival.FOUND and destination.path != destination.asked:
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require the slash."""
        if not link.destination.is_detour:
            return PASSED
        return failed(
            msg(
                "{address} leads to a folder by a detour. Write {written}.",
                address=link.address,
                written=_PATH.sub(lambda path: f"{path[0].rstrip()}/", link.address, count=1),
            ),
            link,
        )
