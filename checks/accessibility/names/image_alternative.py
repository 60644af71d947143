"""Every image has a text alternative, or says that it needs none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import is_programmatically_hidden
from checks.dom.names import accessible_name
from checks.dom.roles import having_role, role
from checks.dom.tree import Node, in_order
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ImageAlternative(Rule[Page, Node]):
    """Who cannot see an image hears its text alternative; without one, at best a file name is read out.

    Say in alt what the image tells on this page. Where it only decorates, write alt="". Where it is
    the whole of a link, say where the link leads.

    In Markdown the text stands between ![ and ] before the name of the file. An image that only decorates
    has nothing there, and role=presentation in curly brackets after the name.
    """

    id = "image-alternative"
    title = msg("Images have a text alternative")
    severity = Severity.BLOCKING
    requirements = wcag("1.1.1")
    act = ("23a2a8",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the images that nothing hides: ``img`` elements, and what has the role of one."""
        for node in in_order({*page.dom.all("img"), *having_role(page.dom, "img")}):
            if node.is_html and not is_programmatically_hidden(node):
                yield node

    def expectation(self, image: Node) -> Verdict:
        """Require a name, or the mark of a decoration."""
        source = image.get("src")
        if accessible_name(image) or role(image) == "none":
            return PASSED
        if not source:
            return Failed(msg("The image has no text alternative. Say in aria-label what it tells."))
        if not image.has("alt"):
            return Failed(
                msg(
                    "The image {source} has no text alternative. "
                    'Say in alt what it tells, or write alt="" if nothing.',
                    source=source,
                )
            )
        return Failed(
            msg(
                "The text alternative of the image {source} is empty, though it is not mere decoration. "
                "Say in alt what it tells.",
                source=source,
            ),
            "alt",
        )
