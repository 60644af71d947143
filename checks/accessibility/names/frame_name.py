"""Frames have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import is_exposed
from checks.dom.focus import tab_index
from checks.dom.names import accessible_name
from checks.dom.roles import marked_as_decorative
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class FrameName(Rule[Page, Node]):
    """A frame is a page within the page; without a name nobody knows whether to go in.

    Say in title what the frame shows.
    """

    id = "frame-name"
    title = msg("Frames have a name")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("cae760",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the frames that assistive technology meets, unless the author wants them ignored."""
        for node in page.dom.all("iframe"):
            number = tab_index(node)
            if (number is None or number >= 0) and not marked_as_decorative(node) and is_exposed(node):
                yield node

    def expectation(self, frame: Node) -> Verdict:
        """Require a name."""
        if accessible_name(frame):
            return PASSED
        return Failed(
            msg("The frame {source} has no name. Say in title what it shows.", source=frame.get("src", "?"))
        )
