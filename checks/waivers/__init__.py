"""Rules on what people have accepted: a waiver is for a time, and for something that is there."""

from __future__ import annotations

from typing import Final

from checks.waivers.baseline_expired import BaselineExpired
from checks.waivers.baseline_outdated import BaselineOutdated
from checks.waivers.waiver_expired import WaiverExpired
from checks.waivers.waiver_unused import WaiverUnused

RULES: Final = (
    WaiverExpired(),
    WaiverUnused(),
    BaselineExpired(),
    BaselineOutdated(),
)
