"""What moving the device does can be done otherwise."""

from __future__ import annotations

from checks.accessibility.keyboard._motion import MotionRule
from pipeline.model import msg


class MotionAlternative(MotionRule):
    """Who has the device mounted on a wheelchair, or cannot move it steadily, cannot tilt or shake it.

    Give the page buttons that do the same as moving the device.
    """

    id = "motion-alternative"
    title = msg("What moving the device does can be done otherwise")
    act = ("7677a9",)
    question = msg("A script hears how the device is moved. See whether a button does the same.")
    demand = msg("Moving the device changes the page, and nothing else does. Add buttons that do the same.")
