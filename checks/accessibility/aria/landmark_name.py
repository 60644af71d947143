"""Landmarks of one kind have names."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.roles import role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANDMARKS: Final = ("complementary", "navigation", "search")


class LandmarkName(Rule[Page, Node]):
    """Who jumps from landmark to landmark hears "navigation" three times, and must try each.

    Give each a name with aria-label or aria-labelledby: main menu, you are here, in this section.
    """

    id = "landmark-name"
    title = msg("Landmarks of one kind have names")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the landmarks of which the page has several."""
        found = list(exposed(page.dom, *_LANDMARKS))
        numbers = Counter(map(role, found))
        return (node for node in found if numbers[role(node)] > 1)

    def expectation(self, landmark: Node) -> Verdict:
        """Require a name."""
        if accessible_name(landmark):
            return PASSED
        return Failed(
            msg(
                "This is one of several landmarks with the role {role}. Say in aria-label which one.",
                role=role(landmark) or "",
            )
        )
