"""Space is made by style sheets, not by paragraphs without words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import is_exposed
from checks.dom.tree import Node, Run
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class EmptyParagraph(Rule[Page, Node]):
    """Some screen readers stop at an empty paragraph and say "blank", line by line.

    Remove it. Set space between paragraphs in the style sheet, with margin.
    """

    id = "empty-paragraph"
    title = msg("No paragraph is empty")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the paragraphs that assistive technology meets."""
        return (paragraph for paragraph in page.dom.all("p") if is_exposed(paragraph))

    def expectation(self, paragraph: Node) -> Verdict:
        """Require more than spaces and line breaks in it."""
        if all(map(_is_blank, paragraph.children)):
            return Failed(msg("This paragraph is empty. Remove it, and make space with the style sheet."))
        return PASSED


def _is_blank(child: Node | Run) -> bool:
    return not child.data.strip() if isinstance(child, Run) else child.tag == "br"
