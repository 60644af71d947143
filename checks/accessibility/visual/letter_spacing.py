"""Readers can widen the space between letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.visual._spacing import fixed, judge
from checks.dom.styles import style
from checks.dom.tree import Node
from checks.model import Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LetterSpacing(Rule[Page, Node]):
    """Some people with dyslexia or low vision read only with wider letters; !important keeps them out.

    Remove !important in the style attribute, or set letter-spacing to at least 0.12em.
    """

    id = "letter-spacing"
    title = msg("Letter spacing can be changed")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.12")
    act = ("24afc2",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements with text whose letter spacing a style attribute fixes."""
        return fixed(page.dom, "letter-spacing")

    def expectation(self, node: Node) -> Verdict:
        """Require 0.12 times the font size."""
        return judge(node, "letter-spacing", 0.12, style(node).length("letter-spacing"))
