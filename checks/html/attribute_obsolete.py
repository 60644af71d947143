"""No attribute is one that HTML has given up."""

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


class AttributeObsolete(Rule[Page, Word | Node]):
    """Who needs larger text or other colours cannot change the looks that obsolete attributes give a page.

    Say it in the style sheet, or with what has taken its place.
    """

    id = "attribute-obsolete"
    title = msg("Attributes are those of today")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Word | Node]:
        """Yield the attributes that authors must not use any more."""
        return faults_or_page(page, strange_words(page).obsolete_attributes)

    def expectation(self, found: Word | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        tag, name = found.element.tag, found.attribute
        if found.is_style:
            message = msg("{name} on <{tag}> is obsolete. Say it in the style sheet.", name=name, tag=tag)
        elif found.replacement:
            message = msg(
                "{name} on <{tag}> is obsolete. Write {other} instead.",
                name=name,
                tag=tag,
                other=found.replacement,
            )
        else:
            message = msg("{name} on <{tag}> is obsolete. Remove it.", name=name, tag=tag)
        return Failed(message, name)
