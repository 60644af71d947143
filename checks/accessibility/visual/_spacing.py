"""Spacing of text that a ``style`` attribute forbids to change (WCAG 1.4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from checks.dom.rendering import shows_text
from checks.dom.styles import inline, style
from checks.dom.styles.properties import WIDE
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom

_INHERITED: Final = WIDE - {"initial"}  # the value is then declared elsewhere


class SpacingRule(Rule[Page, Node]):
    """A rule on a CSS property for space, which is ``least`` times the font size or can be changed."""

    severity = Severity.BLOCKING
    requirements = wcag("1.4.12")
    property: ClassVar[str]
    least: ClassVar[float]

    def applicability(self, page: Page, /) -> Iterator[Node]:
        """Yield the elements with text for which a style attribute fixes the property."""
        return fixed(page.dom, self.property)

    def expectation(self, node: Node, /) -> Verdict:
        """Require the least space."""
        return self.judge(node, style(node).length(self.property))

    def judge(self, node: Node, space: float | None) -> Verdict:
        """Require that ``space`` pixels are the least space."""
        size = style(node).length("font-size") or 0.0
        if space is None or space >= self.least * size - 0.001:
            return PASSED
        return Failed(
            msg(
                "{property} is fixed by !important and less than {least} times the font size, "
                "so readers cannot widen it. Remove !important.",
                property=self.property,
                least=self.least,
            ),
            "style",
        )


def fixed(dom: Dom, name: str) -> Iterator[Node]:
    """Yield the elements with text of which a ``style`` attribute fixes the property ``name``."""
    for node in dom.having("style"):
        if not node.is_html:
            continue
        declaration = inline(node).get(name)
        if declaration is None or not declaration.important or declaration.value in _INHERITED:
            continue
        if node.texts and shows_text(node):
            yield node
