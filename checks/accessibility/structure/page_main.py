"""Every page marks its main content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._counted import Counted, counted
from checks.dom.exposure import exposed
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageMain(Rule[Page, Counted]):
    """Screen readers have a key that jumps to the main content; it works only where one is marked.

    Put what is this page's own in one main element, and leave menu, header and footer outside. No
    success criterion asks for exactly one; it is this gate's house rule.
    """

    id = "page-main"
    title = msg("Pages mark their main content")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Counted]:
        """Yield the main landmarks, or the page itself where it has none; a page that sends on needs none."""
        if page.html is not None and not page.sends_on:
            yield from counted(list(exposed(page.dom, "main")), stead=page.dom.root)

    def expectation(self, main: Counted) -> Verdict:
        """Require the first and no more."""
        if not main.total:
            return Failed(msg("The page does not mark its main content. Put it in a main element."))
        if main.number == 1:
            return PASSED
        return Failed(
            msg(
                "This is main element number {number} of {total}. Keep one.",
                number=main.number,
                total=main.total,
            )
        )
