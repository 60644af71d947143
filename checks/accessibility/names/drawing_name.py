"""Drawings with a role have a name."""

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

_PICTURES: Final = frozenset({"img", "image", "graphics-document", "graphics-symbol"})


class DrawingName(Rule[Page, Node]):
    """A drawing that is announced as an image, but has no name, leaves its listeners wondering.

    Begin the drawing with a title element that says what it shows. Where it only decorates, hide it with
    aria-hidden.
    """

    id = "drawing-name"
    title = msg("Drawings with a role have a name")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    act = ("7d6734",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the SVG elements whose role says that they are pictures."""
        for node in page.dom.having("role"):
            if not node.is_html and explicit_role(node) in _PICTURES and is_exposed(node):
                yield node

    def expectation(self, drawing: Node) -> Verdict:
        """Require a name."""
        if accessible_name(drawing):
            return PASSED
        return Failed(msg("The drawing has no name. Begin it with a title element that says what it shows."))
