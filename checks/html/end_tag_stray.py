"""Every end tag has an element to close."""

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


class EndTagStray(Rule[Page, Fault | Node]):
    """An end tag without its element is a sign that the page is not put together as somebody thinks.

    Remove it, or write the start tag that it belongs to. A paragraph ends by itself where a list, a table
    or another block begins.
    """

    id = "end-tag-stray"
    title = msg("End tags close an element")
    severity = Severity.ADVISORY
    requirements = wcag("4.1.1")

    def applicability(self, page: Page) -> Iterator[Fault | Node]:
        """Yield the end tags that close nothing."""
        return faults_or_page(page, (one for one in nesting(page) if one.kind is Kind.STRAY))

    def expectation(self, found: Fault | Node) -> Verdict:
        """Require that there are none."""
        if isinstance(found, Node):
            return PASSED
        if found.other:
            return Failed(
                msg(
                    "</p> closes nothing: <{other}> on line {line} has ended the paragraph. Remove it, "
                    "or move <{other}> out of the paragraph.",
                    other=found.other,
                    line=found.line,
                )
            )
        return Failed(
            msg("</{tag}> closes nothing. Remove it, or write <{tag}> where it begins.", tag=found.tag)
        )
