"""A reference means one element."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.aria import ATTRIBUTES
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom, Node, Scope

_REFERENCES: Final = frozenset({"commandfor", "for", "form", "headers", "list", "popovertarget"}).union(
    name for name, attribute in ATTRIBUTES.items() if attribute.type in {"id", "ids"}
)


class Referred(NamedTuple):
    """An element whose id is referred to, and how often the page has the id."""

    element: Node
    number: int


class IdReference(Rule[Page, Referred]):
    """Where an id stands twice, a label or a description belongs to the first, whichever was meant.

    Give each element an id of its own.
    """

    id = "id-reference"
    title = msg("A reference means one element")
    severity = Severity.ADVISORY  # certain is only that one of them is never meant
    requirements = wcag("1.3.1", "4.1.2")

    def applicability(self, page: Page) -> Iterator[Referred]:
        """Yield the last element with each id that a label, a cell or a state refers to."""
        wanted = set(_wanted(page.dom))
        places = [(node.scope, node.get("id"), node) for node in page.dom.having("id") if node.get("id")]
        numbers = Counter((scope, name) for scope, name, _ in places)
        last = {(scope, name): node for scope, name, node in places}
        return (Referred(node, numbers[key]) for key, node in last.items() if key in wanted)

    def expectation(self, referred: Referred) -> Verdict:
        """Require that it is the only one."""
        if referred.number == 1:
            return PASSED
        return Failed(
            msg(
                'The id "{name}" stands {number} times, and something refers to it. '
                "Give each element its own, and refer to the right one.",
                name=referred.element.get("id"),
                number=referred.number,
            ),
            "id",
        )


def _wanted(dom: Dom) -> Iterator[tuple[Scope, str]]:
    for node in dom.having(*_REFERENCES):
        for name in _REFERENCES.intersection(node.attributes):
            for word in node.attributes[name].split():
                yield node.scope, word
