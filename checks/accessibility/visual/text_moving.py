"""Text stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.rendering import is_text_visible
from checks.dom.styles import declaring, style
from checks.dom.tree import Node, in_order
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDLESS: Final = frozenset({"", "0", "-1", "infinite"})


class TextMoving(Rule[Page, Node]):
    """Text that moves or blinks cannot be read by many, and takes others' attention from all the rest.

    Let text stand still, or give visitors a button that stops it.
    """

    id = "text-moving"
    title = msg("Text does not move by itself")
    severity = Severity.BLOCKING
    requirements = wcag("2.2.2")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the visible marquees, and the elements with text that style animates without end."""
        likely = {*page.dom.all("marquee"), *declaring(page.dom, "animation-name")}
        for node in in_order(likely):
            moves = (node.tag == "marquee" and node.is_html) or _is_animated(node)
            if moves and any(is_text_visible(run) for run in node.runs):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require that it comes to an end, or that a person finds a way to stop it."""
        if node.tag != "marquee":
            return CannotTell(
                msg(
                    "This text is animated without end. See to it that visitors can stop it, or that it "
                    "stands still."
                )
            )
        if node.get("loop").strip() not in _ENDLESS or node.get("behavior").strip().lower() == "slide":
            return PASSED
        return Failed(msg("This text moves without end. Make it an element that stands still."))


def _is_animated(node: Node) -> bool:
    found = style(node)
    return (
        found["animation-name"] != "none"
        and found["animation-iteration-count"] == "infinite"
        and found["animation-play-state"] == "running"
        and found["animation-duration"] not in {"0s", "0ms"}
    )
