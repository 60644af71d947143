"""No element is one that HTML has given up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import Node
from checks.html._targets import faults_or_page
from checks.html._vocabulary import Word, strange_words
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ElementObsolete(Rule[Page, Word | Node]):
    """What HTML has given up says how something looks and not what it is, or works in no browser any more.

    Write the element that says what it is, and how it looks in the style sheet.
    """

    id = "element-obsolete"
    title = msg("Elements are those of today")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Word | Node]:
        """Yield the elements that authors must not use any more."""
        return faults_or_page(page, strange_words(page).obsolete_elements)

    def expectation(self, found: Word | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        tag = found.element.tag
        if found.is_style:
            return Failed(msg("<{tag}> is obsolete. Say how it looks in the style sheet.", tag=tag))
        if found.replacement:
            return Failed(
                msg("<{tag}> is obsolete. Write {other} instead.", tag=tag, other=found.replacement)
            )
        return Failed(msg("<{tag}> is obsolete. Remove it.", tag=tag))
