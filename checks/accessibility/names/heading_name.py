"""Headings are not empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class HeadingName(Rule[Page, Node]):
    """An empty heading is a stop without a sign for all who move from heading to heading.

    Write in the heading what the section is about, or remove it.
    """

    id = "heading-name"
    title = msg("Headings are not empty")
    severity = Severity.ADVISORY
    act = ("ffd0e9",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the HTML headings that assistive technology meets."""
        return (node for node in exposed(page.dom, "heading") if node.is_html)

    def expectation(self, heading: Node) -> Verdict:
        """Require a name."""
        if accessible_name(heading):
            return PASSED
        return Failed(msg("The heading is empty. Write what the section is about, or remove the heading."))
