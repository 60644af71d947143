"""Every element stands in one that may have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import Node
from checks.html._nesting import Fault, Kind, nesting
from checks.html._targets import faults_or_page
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ElementContent(Rule[Page, Fault | Node]):
    """What stands in the wrong place is moved by browsers; a screen reader counts list items that are none.

    A list has items alone, a table rows and cells; a heading or a paragraph has words and no blocks; a link
    or a button has no other in it.
    """

    id = "element-content"
    title = msg("Elements stand where they may")
    severity = Severity.ADVISORY
    requirements = wcag("4.1.1")

    def applicability(self, page: Page) -> Iterator[Fault | Node]:
        """Yield the start tags that stand in a wrong element."""
        return faults_or_page(page, (one for one in nesting(page) if one.kind is Kind.MISPLACED))

    def expectation(self, found: Fault | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        return Failed(
            msg(
                "<{tag}> must not stand in <{other}>, which begins on line {line}. Move it out, "
                "or choose another element.",
                tag=found.tag,
                other=found.other,
                line=found.line,
            )
        )
