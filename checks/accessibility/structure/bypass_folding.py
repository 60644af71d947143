"""What pages repeat, and nothing leads past, can be folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._bypass import (
    documents,
    has_heading,
    has_landmark,
    has_link,
    is_needed,
    may_fold,
)
from checks.accessibility.structure._repetition import repetition
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class BypassFolding(Rule[Page, Node]):
    """A menu that can be folded away is passed with one key, even where nothing else leads past it.

    Better than that: put the page's own content in a main element, and begin it with a heading.
    """

    id = "bypass-folding"
    title = msg("A menu that nothing leads past can be folded away")
    severity = Severity.ADVISORY
    act = ("3e12e1",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element, where it repeats something that nothing leads past.

        W3C's rule is for every page; but nobody needs to fold away what can be skipped.
        """
        for html in documents(page):
            dom = html.dom
            if is_needed(dom) and not (has_landmark(dom) or has_heading(dom) or has_link(dom)):
                yield html

    def expectation(self, html: Node) -> Verdict:
        """Require something that may hide what is repeated; whether it does, a person must try."""
        if may_fold(html.dom) or not repetition(html.dom).is_known:
            return CannotTell(msg("Nothing leads past the menu. See whether something folds it away."))
        return Failed(
            msg("Nothing leads past the menu, and nothing folds it away. Put what follows in a main element.")
        )
