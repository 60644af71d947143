"""Lines of text are not stretched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.visual._extent import makes_lines
from checks.dom.rendering import shows_text
from checks.dom.styles import style
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_BLOCK: Final = frozenset({"inline", "contents"})
_UNBROKEN: Final = frozenset({"pre", "nowrap"})
_JUSTIFIED: Final = frozenset({"justify", "justify-all"})


class TextJustified(Rule[Page, Node]):
    """Uneven gaps between words run down a stretched text like rivers; people with dyslexia lose the line.

    Align text to the left: remove text-align: justify.
    """

    id = "text-justified"
    title = msg("Text is not justified")
    severity = Severity.ADVISORY
    requirements = wcag("1.4.8")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the blocks with text that makes several lines; of those that are not justified, the first."""
        has_other = False
        for node in page.dom.written:
            found = style(node)
            is_other = found["text-align"] not in _JUSTIFIED
            if (is_other and has_other) or found["display"] in _NO_BLOCK or not node.is_html:
                continue
            if (
                found["white-space"] in _UNBROKEN
            ):  # every line of it is a last line, and those are not stretched
                continue
            if shows_text(node) and makes_lines(node.texts, found):
                has_other = has_other or is_other
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require that its lines are as long as their words."""
        if style(node)["text-align"] not in _JUSTIFIED:
            return PASSED
        return Failed(msg("This text is justified, which makes it harder to read. Align it to the left."))
