"""Every element ends inside the one that it begins in."""

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


class ElementOverlap(Rule[Page, Fault | Node]):
    """Elements that overlap are torn apart by the browser: words lose their emphasis, links are doubled.

    Close the element that was opened last first: <b><i>Obs!</i></b>.
    """

    id = "element-overlap"
    title = msg("Elements are nested in one another")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.1")

    def applicability(self, page: Page) -> Iterator[Fault | Node]:
        """Yield the start tags whose element ends outside of the one that it begins in."""
        return faults_or_page(page, (one for one in nesting(page) if one.kind is Kind.OVERLAP))

    def expectation(self, found: Fault | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        return Failed(
            msg(
                "<{tag}> begins inside <{other}> and ends after it; </{other}> is on line {line}. "
                "Close <{tag}> first.",
                tag=found.tag,
                other=found.other,
                line=found.line,
            )
        )
