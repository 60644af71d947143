"""What moving the device does can be turned off."""

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


class MotionOff(Rule[Page, Motion]):
    """Hands that tremble move the device without meaning to, and the page changes under their eyes.

    Give the page a switch that turns off what moving the device does.
    """

    id = "motion-off"
    title = msg("What moving the device does can be turned off")
    severity = Severity.BLOCKING
    requirements = wcag("2.5.4")
    act = ("c249d5",)

    def applicability(self, page: Page) -> Iterator[Motion]:
        """Yield the page, where a script hears how the device is moved."""
        return motions(page)

    def expectation(self, motion: Motion) -> Verdict:
        """Require a control where the page changes; whether it turns that off, a person must try."""
        if motion.changes is False:
            return PASSED
        if motion.changes is None or offers_control(motion.element.dom):
            return CannotTell(
                msg("A script hears how the device is moved. See whether visitors can turn that off.")
            )
        return Failed(
            msg("Moving the device changes the page, and nothing turns that off. Add a switch that does.")
        )
