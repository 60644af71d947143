"""Pages follow their screen, held upright or across."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.rendering import is_visible
from checks.dom.styles import Screen, conditions, style_on
from checks.dom.styles.transforms import rotation
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_SIDES: Final = (1000, 360)  # of a screen and of a telephone: square, so that only the orientation differs
_QUARTER: Final = 90
_TOLERANCE: Final = 1  # degree


class Turned(NamedTuple):
    """An element that one orientation of the screen turns by other ``degrees`` than the other."""

    element: Node
    degrees: float


class OrientationFree(Rule[Page, Turned]):
    """A page that is turned against its screen cannot be read on one that is mounted, on a wheelchair say.

    Remove the rotation that depends on the orientation of the screen.
    """

    id = "orientation-free"
    title = msg("Pages can be read upright and across")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.4")
    act = ("b33eff",)

    def applicability(self, page: Page) -> Iterator[Turned]:
        """Yield the visible elements that the orientation of the screen turns."""
        if not any("orientation" in condition for condition in conditions(page.dom)):
            return
        for node in page.dom.nodes:
            if node.is_html and is_visible(node):
                turns = dict.fromkeys(_turn(node, side) for side in _SIDES)
                yield from (Turned(node, turn) for turn in turns if turn is not None)

    def expectation(self, turned: Turned) -> Verdict:
        """Require that it is not a quarter turn."""
        rest = abs(turned.degrees) % (2 * _QUARTER)
        if abs(rest - _QUARTER) > _TOLERANCE:
            return PASSED
        return Failed(
            msg("The page is turned when the screen is. Remove the rotation that depends on the orientation.")
        )


def _turn(node: Node, side: float) -> float | None:
    """Return the degrees between both orientations of a screen; None where they turn ``node`` alike."""
    upright = rotation(style_on(Screen(side, side + 1), node))
    across = rotation(style_on(Screen(side + 1, side), node))
    return None if upright == across else (upright or 0) - (across or 0)
