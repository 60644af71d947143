"""What is a page's own has a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import documents, has_heading, is_needed
from checks.accessibility.structure._repetition import repetition
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class BypassHeading(Rule[Page, Node]):
    """Most people who listen to pages jump between headings; one on a page's own content takes them there.

    Begin the page's own content with a heading that no other page has.
    """

    id = "bypass-heading"
    title = msg("A page's own content has a heading")
    severity = Severity.ADVISORY
    act = ("047fe0",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element."""
        return documents(page)

    def expectation(self, html: Node) -> Verdict:
        """Require a heading, seen and met, behind what the page repeats of others."""
        if not is_needed(html.dom) or has_heading(html.dom):
            return PASSED
        if not repetition(html.dom).is_known:
            return CannotTell(
                msg("No heading stands behind the menu. See whether other pages have the same menu.")
            )
        return Failed(
            msg("No heading marks this page's own content. Give it one that other pages do not have.")
        )
