"""Fingers can enlarge the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.styles import style
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_ZOOMING: Final = frozenset({"auto", "manipulation", "pinch-zoom"})


class TouchZoom(Rule[Page, Node]):
    """Who sees little enlarges a page with two fingers; a style can forbid that for the whole page.

    Remove touch-action from html and body, or add pinch-zoom to it.
    """

    id = "touch-zoom"
    title = msg("Fingers can enlarge the page")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.4")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements that are the whole page and say what fingers do."""
        for node in page.dom.all("html", "body"):
            if style(node)["touch-action"] != "auto":
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require that two fingers enlarge it."""
        if not _ZOOMING.isdisjoint(style(node)["touch-action"].split()):
            return PASSED
        return Failed(
            msg(
                "touch-action: {value} keeps fingers from enlarging the page. Remove it, or add pinch-zoom.",
                value=style(node)["touch-action"],
            )
        )
