"""A link leads to what is a page's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import documents, has_link, is_needed, may_jump
from checks.accessibility.structure._repetition import repetition
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class BypassLink(Rule[Page, Node]):
    """Who uses a keyboard without a screen reader has neither headings nor landmarks to jump to, only links.

    Let the first link of every page lead to its own content: <a href="#innehall">Till innehållet</a>,
    and give the main element that id. It may be hidden until it has the focus.
    """

    id = "bypass-link"
    title = msg("A link leads to a page's own content")
    severity = Severity.ADVISORY
    act = ("ye5d6e",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element."""
        return documents(page)

    def expectation(self, html: Node) -> Verdict:
        """Require a link that leads just behind what the page repeats; nothing where it repeats nothing."""
        if not is_needed(html.dom) or has_link(html.dom):
            return PASSED
        if not repetition(html.dom).is_known or may_jump(html.dom):
            return CannotTell(
                msg("No link leads past the menu. See whether a button does, or whether none is needed.")
            )
        return Failed(
            msg("No link leads past the menu to this page's own content. Make it the first link of the page.")
        )
