"""Every address within the site leads to something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.links._faults import has_stray_percent
from checks.links._rule import LinkRule, fault_of_link
from checks.model import CannotTell, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from checks.subjects.page import medium_of
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_JUDGED: Final = (Arrival.FOUND, Arrival.MISSING, Arrival.WITHOUT_INDEX)
_SENT: Final = {"action", "formaction"}


class LinkTarget(LinkRule):
    """A link that leads nowhere costs a visitor what they came for, and an image without a file is a hole.

    Correct the address, or put the file where it leads. Where a folder has no index page, name a page in it.
    """

    id = "link-target"
    title = msg("Addresses within the site lead to something")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses that stay within the site; the nearly right ones have rules of their own."""
        return (
            link
            for link in page.own_links
            if link.destination.arrival in _JUDGED and not has_stray_percent(link.reference.address)
        )

    def expectation(self, link: Link) -> Verdict:
        """Require a file; a form may also send what was filled in to a program on the server."""
        if link.reference.attribute in _SENT and _may_be_program(link):
            return CannotTell(
                msg(
                    "The form is sent to {address}, and there is no such file. Make sure that a program on "
                    "the server answers.",
                    address=link.address,
                ),
                link.reference.attribute,
            )
        return super().expectation(link)


def _may_be_program(link: Link) -> bool:
    return fault_of_link(link) is not None and medium_of(link.destination.path) is None
