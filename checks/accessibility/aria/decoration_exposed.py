"""What is called decoration is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import is_exposed
from checks.dom.focus import is_focusable
from checks.dom.roles import marked_as_decorative
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class DecorationExposed(Rule[Page, Node]):
    """What is called decoration and yet says something is read out by some browsers and not by others.

    Decide for one: remove the role none or the empty alt, or what makes the element speak.
    """

    id = "decoration-exposed"
    title = msg("What is marked as decoration is not exposed all the same")
    severity = Severity.ADVISORY
    act = ("46ca7f",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements that are marked as decorative."""
        return filter(marked_as_decorative, page.dom.having("alt", "role"))

    def expectation(self, node: Node) -> Verdict:
        """Require that assistive technology does not meet it."""
        if not is_exposed(node):
            return PASSED
        if is_focusable(node):
            return Failed(
                msg("This is marked as decoration, and takes the focus. Remove role=none, or the focus.")
            )
        return Failed(
            msg("This is marked as decoration, and has a name or state. Remove the role or alt, or the name.")
        )
