"""What opens details has a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.exposure import is_exposed
from checks.dom.names import accessible_name
from checks.dom.roles import explicit_role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_IGNORED: Final = frozenset({None, "none", "presentation"})  # roles that leave a control what it is


class SummaryName(Rule[Page, Node]):
    """A summary is the button that opens the details below; without a name it only says that something opens.

    Write in the summary what the details are about.
    """

    id = "summary-name"
    title = msg("What opens details has a name")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("2t702h",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the summaries that open their details and have no other role."""
        for node in page.dom.all("summary"):
            if _opens_details(node) and explicit_role(node) in _IGNORED and is_exposed(node):
                yield node

    def expectation(self, summary: Node) -> Verdict:
        """Require a name; the triangle before it is none."""
        if accessible_name(summary):
            return PASSED
        return Failed(msg("The summary is empty. Write in it what the details are about."))


def _opens_details(summary: Node) -> bool:
    """Return whether it is the first summary of its details (HTML, 4.11.2)."""
    details = summary.parent
    if details is None or details.tag != "details":
        return False
    return next((child for child in details.elements if child.tag == "summary"), None) is summary
