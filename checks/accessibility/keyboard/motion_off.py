"""What moving the device does can be turned off."""

from __future__ import annotations

from checks.accessibility.keyboard._motion import MotionRule
from pipeline.model import msg


class MotionOff(MotionRule):
    """Hands that tremble move the device without meaning to, and the page changes under their eyes.

    Give the page a switch that turns off what moving the device does.
    """

    id = "motion-off"
    title = msg("What moving the device does can be turned off")
    act = ("c249d5",)
    question = msg("A script hears how the device is moved. See whether visitors can turn that off.")
    demand = msg("Moving the device changes the page, and nothing turns that off. Add a switch that does.")
