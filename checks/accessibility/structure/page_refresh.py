"""Pages change only when their reader asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._refresh import Refresh, refreshes
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageRefresh(Rule[Page, Refresh]):
    """A page that changes by itself takes its reader back to the top, however seldom it does.

    Remove the meta element, and let the reader reload the page. Sending visitors on at once is fine.
    """

    id = "page-refresh"
    title = msg("Pages change only on request")
    severity = Severity.ADVISORY
    requirements = wcag("2.2.4", "3.2.5")
    act = ("bisz58",)

    def applicability(self, page: Page) -> Iterator[Refresh]:
        """Yield the refresh of a page that has one."""
        return refreshes(page)

    def expectation(self, refresh: Refresh) -> Verdict:
        """Require that it comes at once."""
        if refresh.seconds == 0:
            return PASSED
        return Failed(
            msg(
                "The page changes by itself after {seconds} seconds. Remove the meta element.",
                seconds=refresh.seconds,
            ),
            "content",
        )
