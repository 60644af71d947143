"""Every attribute is one that the standard lets its element have."""

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


class AttributeUnknown(Rule[Page, Word | Node]):
    """An attribute that an element cannot have does nothing, whatever its author hoped for.

    Mostly it is misspelled, or belongs to another element. Data for scripts has a name that begins with
    data-.
    """

    id = "attribute-unknown"
    title = msg("Attributes are those of HTML")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Word | Node]:
        """Yield the attributes that their elements must not have."""
        return faults_or_page(page, strange_words(page).unknown_attributes)

    def expectation(self, found: Word | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        return Failed(
            msg(
                "<{tag}> has no attribute {name} in HTML. Correct its name, or remove it.",
                tag=found.element.tag,
                name=found.attribute,
            ),
            found.attribute,
        )
