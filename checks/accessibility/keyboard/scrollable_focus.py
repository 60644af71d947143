"""What scrolls in the page can be scrolled with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.keyboard._content import REPLACED, heights, least_width
from checks.dom.focus import first_tab_stop, in_tab_order
from checks.dom.rendering import is_text_visible, is_visible
from checks.dom.styles import declaring, style
from checks.dom.tree import Node, in_order
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCROLLS: Final = frozenset({"auto", "scroll"})
_OF_THE_WINDOW: Final = frozenset({"body", "html"})  # what overflows these scrolls with the page


class ScrollableFocus(Rule[Page, Node]):
    """Who cannot use a mouse wheel cannot read to the end of a box that only the mouse can scroll.

    Give the box tabindex=0, a role such as region and a name, or let it be as high as its content.
    """

    id = "scrollable-focus"
    title = msg("What scrolls in the page can be scrolled with the keyboard")
    severity = Severity.BLOCKING
    requirements = wcag("2.1.1", "2.1.3")
    act = ("0ssw9k",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the boxes of limited size whose content, which is seen, may be too high or wide for them."""
        dom = page.dom
        boxes = in_order({*declaring(dom, "overflow-x"), *declaring(dom, "overflow-y")})
        return (node for node in boxes if _may_scroll(node) and is_visible(node) and _shows(node))

    def expectation(self, node: Node) -> Verdict:
        """Require that Tab reaches the box, or something in it."""
        if in_tab_order(node) or first_tab_stop(node) is not None:
            return PASSED
        if not _scrolls(node):
            return CannotTell(msg("The content of this box may scroll. If it does, give the box tabindex=0."))
        return Failed(
            msg("Only a mouse can scroll the content of this box. Give it tabindex=0, a role and a name.")
        )


def _shows(node: Node) -> bool:
    """Return whether anything in ``node`` is seen: text, or a picture or the like."""
    if any(is_text_visible(run) for run in node.runs):
        return True
    return any(is_visible(one) for one in node.descendants if one.tag in REPLACED or _is_painted(one))


def _is_painted(node: Node) -> bool:
    colour = style(node).colour("background-color")
    return colour is None or colour.alpha > 0 or style(node)["background-image"] != "none"


def _may_scroll(node: Node) -> bool:
    limit = _room(node, "y", "height")
    return (limit is not None and heights(node)[1] > limit) or _scrolls(node)


def _scrolls(node: Node) -> bool:
    """Return whether its content is certainly higher or wider than there is room for."""
    high, wide = _room(node, "y", "height"), _room(node, "x", "width")
    return (high is not None and heights(node)[0] > high) or (wide is not None and least_width(node) > wide)


def _room(node: Node, axis: str, side: str) -> float | None:
    """Return how far content can reach without a scroll bar that counts; None where nothing limits it."""
    found = style(node)
    if found[f"overflow-{axis}"] not in _SCROLLS or not node.is_html or node.tag in _OF_THE_WINDOW:
        return None
    limits = [limit for name in (side, f"max-{side}") if (limit := found.length(name)) is not None]
    ends = ("left", "right") if axis == "x" else ("top", "bottom")
    padding = max(found.length(f"padding-{end}") or 0 for end in ends)
    return min(limits) + padding if limits else None
