"""Every page has a way past what it repeats of other pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import (
    documents,
    has_heading,
    has_landmark,
    has_link,
    is_needed,
    may_fold,
    may_jump,
)
from checks.accessibility.structure._repetition import repetition
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class BypassBlocks(Rule[Page, Node]):
    """Without a way past the menu, who listens, or uses only the keyboard, goes through it on every page.

    Put the page's own content in a main element, begin it with a heading, and let the first link of
    the page lead to it. One of these is enough for WCAG; together they serve everybody.
    """

    id = "bypass-blocks"
    title = msg("What pages repeat can be skipped")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.1")
    act = ("cf77f2",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element."""
        return documents(page)

    def expectation(self, html: Node) -> Verdict:
        """Require a heading, a landmark or a link at the beginning of the page's own content."""
        dom = html.dom
        if not is_needed(dom) or has_landmark(dom) or has_heading(dom) or has_link(dom):
            return PASSED
        if not repetition(dom).is_known or may_jump(dom) or may_fold(dom):
            return CannotTell(
                msg("No main element, heading or link leads past the menu. See whether a button does.")
            )
        return Failed(
            msg(
                "Nothing leads past what this page repeats of others. "
                "Put its own content in a main element, and begin it with a heading."
            )
        )
