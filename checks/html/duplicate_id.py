"""No two elements of a page have the same id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class DuplicateId(Rule[Page, Node]):
    """Labels, links and descriptions find the first element with their id, and a second one loses its own.

    Give each element an id of its own. Where two parts of a template are put on one page, number them.
    """

    id = "duplicate-id"
    title = msg("Ids are unique on their page")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1", "4.1.1")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements that have an id."""
        return (node for node in page.dom.having("id") if node.get("id"))

    def expectation(self, element: Node) -> Verdict:
        """Require that it is the first with its id, in the document or in its shadow tree."""
        name = element.get("id")
        first = element.scope.ids.get(name)
        if first is None or first is element:
            return PASSED
        return Failed(
            msg(
                'The id "{name}" is already on <{tag}>, line {line}. Give this element another.',
                name=name,
                tag=first.tag,
                line=first.element.source_line or 1,
            ),
            "id",
        )
