"""Every element that needs an end tag has one."""

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


class ElementUnclosed(Rule[Page, Fault | Node]):
    """Where an element is not closed, browsers guess: half a page becomes bold, a link, or one list item.

    Write the end tag where the element ends.
    """

    id = "element-unclosed"
    title = msg("Elements are closed")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.1")

    def applicability(self, page: Page) -> Iterator[Fault | Node]:
        """Yield the start tags whose end tag is missing."""
        return faults_or_page(page, (one for one in nesting(page) if one.kind is Kind.UNCLOSED))

    def expectation(self, found: Fault | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        if not found.other:
            return Failed(msg("<{tag}> is never closed. Write </{tag}> where it ends.", tag=found.tag))
        return Failed(
            msg(
                "<{tag}> is not closed when </{other}> comes on line {line}. Write </{tag}> where it ends.",
                tag=found.tag,
                other=found.other,
                line=found.line,
            )
        )
