"""What moving the device does can be done otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility._behaviour import offers_control
from checks.accessibility.keyboard._motion import Motion, motions
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class MotionAlternative(Rule[Page, Motion]):
    """Who has the device mounted on a wheelchair, or cannot move it steadily, cannot tilt or shake it.

    Give the page buttons that do the same as moving the device.
    """

    id = "motion-alternative"
    title = msg("What moving the device does can be done otherwise")
    severity = Severity.BLOCKING
    requirements = wcag("2.5.4")
    act = ("7677a9",)

    def applicability(self, page: Page) -> Iterator[Motion]:
        """Yield the page, where a script hears how the device is moved."""
        return motions(page)

    def expectation(self, motion: Motion) -> Verdict:
        """Require a control where the page changes; whether it does the same, a person must try."""
        if motion.changes is False:
            return PASSED
        if motion.changes is None or offers_control(motion.element.dom):
            return CannotTell(
                msg("A script hears how the device is moved. See whether a button does the same.")
            )
        return Failed(
            msg("Moving the device changes the page, and nothing else does. Add buttons that do the same.")
        )
