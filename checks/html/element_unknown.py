"""Every element is one of the standard, or a custom one with a hyphen in its name."""

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


class ElementUnknown(Rule[Page, Word | Node]):
    """What an element means that HTML does not have, no browser, screen reader or search engine knows.

    Mostly it is misspelled. An element of your own has a hyphen in its name: <mitt-kort>.
    """

    id = "element-unknown"
    title = msg("Elements are those of HTML")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Word | Node]:
        """Yield the elements that the standard does not have."""
        return faults_or_page(page, strange_words(page).unknown_elements)

    def expectation(self, found: Word | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        return Failed(
            msg("HTML has no element <{tag}>. Correct its name, or choose another.", tag=found.element.tag)
        )
