"""What is a page's own stands in a landmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import documents, has_landmark, is_needed
from checks.accessibility.structure._repetition import repetition
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class BypassLandmark(Rule[Page, Node]):
    """Screen readers have a key that jumps to the next landmark; a page's own content should be one.

    Put the page's own content, and nothing of the menu before it, in a main element.
    """

    id = "bypass-landmark"
    title = msg("A page's own content stands in a landmark")
    severity = Severity.ADVISORY
    act = ("b40fd1",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element."""
        return documents(page)

    def expectation(self, html: Node) -> Verdict:
        """Require a landmark that begins behind what the page repeats of others."""
        if not is_needed(html.dom) or has_landmark(html.dom):
            return PASSED
        if not repetition(html.dom).is_known:
            return CannotTell(
                msg("No landmark stands behind the menu. See whether other pages have the same menu.")
            )
        return Failed(msg("No landmark begins with this page's own content. Put it in a main element."))
