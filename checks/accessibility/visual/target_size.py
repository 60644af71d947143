"""What is to be hit is large enough, or has room around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.focus import in_tab_order, is_disabled
from checks.dom.rendering import is_visible
from checks.dom.styles import Style, style
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST: Final = 24  # pixels
SPACE: Final = 6  # between two boxes in a line, at most, where nothing is said of it
_TARGETS: Final = ("a", "button", "input", "select", "summary", "textarea")
_INLINE: Final = frozenset({"inline", "contents"})
_SIDES: Final = {"width": ("left", "right"), "height": ("top", "bottom")}
_SPACED: Final = ("gap", "row-gap", "column-gap", "justify-content", "align-items")


class TargetSize(Rule[Page, Node]):
    """Who trembles, or has large fingers on a small screen, hits the button beside the one that was meant.

    Make targets at least 24 by 24 pixels, or leave as much room around them.
    """

    id = "target-size"
    title = msg("Targets are large enough to be hit")
    severity = Severity.BLOCKING
    requirements = wcag("2.5.8")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the links and controls whose width and height are stated; those in text are exempt."""
        for node in page.dom.all(*_TARGETS):
            if _size(node) is not None and is_visible(node) and in_tab_order(node) and not is_disabled(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require the size, or that no other target is near."""
        size = _size(node)
        if size is None or min(size) >= LEAST:
            return PASSED
        if any(_is_near(node, other) for other in _neighbours(node)):
            return Failed(
                msg(
                    "This target is {width} by {height} pixels, and another one is beside it. "
                    "Make it {least} by {least}.",
                    width=round(size[0]),
                    height=round(size[1]),
                    least=LEAST,
                )
            )
        return CannotTell(
            msg(
                "This target is {width} by {height} pixels. Make it {least} by {least}, or see to it that no "
                "other is near.",
                width=round(size[0]),
                height=round(size[1]),
                least=LEAST,
            )
        )


def _size(node: Node) -> tuple[float, float] | None:
    """Return the stated width and height of a box; None where either follows from the layout."""
    found = style(node)
    if found["display"] in _INLINE and node.tag in {"a", "summary"}:
        return None
    if not any(found.is_authors(name) for name in ("width", "height")):
        return None
    width, height = (_extent(found, name) for name in _SIDES)
    return None if width is None or height is None else (width, height)


def _extent(found: Style, name: str) -> float | None:
    """Return one side of the border box."""
    length = found.length(name)
    least = found.length(f"min-{name}") or 0.0
    if length is None or found["box-sizing"] == "border-box":
        return None if length is None else max(length, least)
    around = sum((found.length(f"padding-{side}") or 0.0) + _border(found, side) for side in _SIDES[name])
    return max(length, least) + around


def _border(found: Style, side: str) -> float:
    drawn = found[f"border-{side}-style"] not in {"none", "hidden"}
    return (found.length(f"border-{side}-width") or 0.0) if drawn else 0.0


def _neighbours(node: Node) -> Iterator[Node]:
    """Yield the targets that stand next to ``node``, with nothing said of the room between them."""
    parent = node.parent
    if parent is None or any(style(parent).declared(name) is not None for name in _SPACED):
        return
    siblings = [child for child in parent.elements if is_visible(child)]
    place = siblings.index(node)
    for other in (*siblings[max(0, place - 1) : place], *siblings[place + 1 : place + 2]):
        if other.tag in _TARGETS and in_tab_order(other) and not is_disabled(other):
            yield other


def _is_near(node: Node, other: Node) -> bool:
    """Return whether both are so close that circles of 24 pixels around their middles meet."""
    sizes = _size(node), _size(other)
    if None in sizes or any(style(one)["position"] in {"absolute", "fixed"} for one in (node, other)):
        return False
    return all(
        sum(size[axis] for size in sizes if size) / 2 + _margins(node, other, sides) + SPACE < LEAST
        for axis, sides in enumerate(_SIDES.values())
    )


def _margins(node: Node, other: Node, sides: tuple[str, str]) -> float:
    lengths = [style(one).length(f"margin-{side}") for one in (node, other) for side in sides]
    return sum(LEAST if length is None else abs(length) for length in lengths)
