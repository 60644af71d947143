"""No page is replaced while somebody reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.structure._refresh import Refresh, refreshes
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONG: Final = 20 * 60 * 60  # seconds: with more than these, WCAG lets a time limit be


class PageRefreshDelay(Rule[Page, Refresh]):
    """Who reads slowly, or listens, is thrown out of a page that reloads or moves on after a while.

    Remove the meta element. To send visitors to a new address, let the server do it, or write
    content="0; url=…", which gives nobody time to begin reading.
    """

    id = "page-refresh-delay"
    title = msg("Pages are not replaced while they are read")
    severity = Severity.BLOCKING
    requirements = wcag("2.2.1", "2.2.4", "3.2.5")
    act = ("bc659a",)

    def applicability(self, page: Page) -> Iterator[Refresh]:
        """Yield the refresh of a page that has one."""
        return refreshes(page)

    def expectation(self, refresh: Refresh) -> Verdict:
        """Require that it comes at once, or not within twenty hours."""
        if refresh.seconds == 0 or refresh.seconds > _LONG:
            return PASSED
        return Failed(
            msg(
                "The page is replaced after {seconds} seconds, read or not. "
                "Remove the meta element, or send visitors on at once, with 0.",
                seconds=refresh.seconds,
            ),
            "content",
        )
