"""Readers can widen the space between words."""

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


class WordSpacing(Rule[Page, Node]):
    """Some people with dyslexia or low vision need wider gaps between words; !important keeps them out.

    Remove !important in the style attribute, or set word-spacing to at least 0.16em.
    """

    id = "word-spacing"
    title = msg("Word spacing can be changed")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.12")
    act = ("9e45ec",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements with text whose word spacing a style attribute fixes."""
        return fixed(page.dom, "word-spacing")

    def expectation(self, node: Node) -> Verdict:
        """Require 0.16 times the font size."""
        return judge(node, "word-spacing", 0.16, style(node).length("word-spacing"))
