"""Text can be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.rendering import shows_text
from checks.dom.styles import Style, style
from checks.dom.tree import Node, once
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

PROSE: Final = ("p", "li", "dd", "blockquote", "td", "h1", "h2", "h3", "h4", "h5", "h6")


class TextSelectable(Rule[Page, Node]):
    """Who has text read aloud, translated or looked up marks it first; a style can forbid that.

    Remove user-select: none.
    """

    id = "text-selectable"
    title = msg("Text can be selected")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the visible text of paragraphs, headings, lists and tables."""
        return (node for node in page.dom.all(*PROSE) if node.texts and shows_text(node))

    def expectation(self, node: Node) -> Verdict:
        """Require that neither it nor what is around it forbids to select it (CSS UI 4, 6.1)."""
        if _is_selectable(style(node)):
            return PASSED
        return Failed(msg("Readers cannot select this text. Remove user-select: none."))


@once
def _is_selectable(found: Style) -> bool:
    value = found["user-select"]
    return value != "none" and (value != "auto" or found.parent is None or _is_selectable(found.parent))
