"""Frames with something to use in them can be reached with Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.focus import is_inert, tab_index, tab_stops
from checks.dom.frames import frame
from checks.dom.rendering import is_visible
from checks.dom.styles import style
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class FrameTabOrder(Rule[Page, Node]):
    """What stands in a frame with a negative tabindex can be used with a mouse only.

    Remove tabindex from the frame.
    """

    id = "frame-tab-order"
    title = msg("Frames with something to use in them are reached with Tab")
    severity = Severity.BLOCKING
    requirements = wcag("2.1.1")
    act = ("akn7bn",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the frames that show something to use, or may show it: who knows what other servers send."""
        for node in page.dom.all("iframe"):
            if not is_inert(node) and is_visible(node) and not _is_point(node) and _may_be_used(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require that it is not taken out of the tab order."""
        if not _is_taken_out(node):
            return PASSED
        if frame(node) is None:
            return CannotTell(
                msg("Tab passes this frame by. See whether there is something to use in it."), "tabindex"
            )
        return Failed(
            msg("Tab passes by what can be used in this frame. Remove tabindex from the frame."), "tabindex"
        )


def _is_taken_out(node: Node) -> bool:
    return (tab_index(node) or 0) < 0


def _may_be_used(node: Node) -> bool:
    inside = frame(node)
    if inside is not None:
        return any(map(is_visible, tab_stops(inside)))
    return _is_taken_out(node) and node.get("src").strip().lower() not in {"", "about:blank"}


def _is_point(node: Node) -> bool:
    """Return whether its box is too small for anything to be seen in it."""
    sides = (style(node).length("width"), style(node).length("height"))
    return any(side is not None and side <= 1 for side in sides)
