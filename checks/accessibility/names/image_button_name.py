"""Image buttons have a text alternative."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import is_exposed
from checks.dom.names import accessible_name
from checks.dom.names.native import IMAGE_BUTTON, input_type
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ImageButtonName(Rule[Page, Node]):
    """An image button without a text alternative is read out as "Submit Query", or as the name of a file.

    Say in alt what the button does, not what the picture shows.
    """

    id = "image-button-name"
    title = msg("Image buttons have a text alternative")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1", "4.1.2")
    act = ("59796f",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the image buttons that assistive technology meets."""
        return (node for node in page.dom.all("input") if input_type(node) == "image" and is_exposed(node))

    def expectation(self, button: Node) -> Verdict:
        """Require a name that is not only what browsers say where there is none."""
        if accessible_name(button) not in {"", IMAGE_BUTTON}:
            return PASSED
        return Failed(
            msg(
                "The image button {source} has no text alternative. Say in alt what it does.",
                source=button.get("src", "?"),
            )
        )
