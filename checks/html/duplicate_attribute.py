"""No tag has an attribute twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Node
from checks.html._targets import faults_or_page
from checks.html._written import DUPLICATE_ATTRIBUTE, Piece, pieces
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME: Final = re.compile(r"[^\s\"'<>/=]+(?=[\s=/>]?$)")


class DuplicateAttribute(Rule[Page, Piece | Node]):
    """Browsers read the first of two attributes with one name, and drop the second without a word.

    Remove one of them. Two classes stand in one attribute: class="puff bred".
    """

    id = "duplicate-attribute"
    title = msg("Tags have each attribute once")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.1")

    def applicability(self, page: Page) -> Iterator[Piece | Node]:
        """Yield the attributes that the parser has dropped."""
        return faults_or_page(page, pieces(page, DUPLICATE_ATTRIBUTE, _NAME))

    def expectation(self, found: Piece | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        return Failed(
            msg(
                'The tag has the attribute "{name}" twice, and the second is dropped. Keep one.',
                name=found.text,
            )
        )
