"""A waiver ends on its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Accepted, Use
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable


class WaiverExpired(Rule[Accepted, Use]):
    """A fault that was accepted for a while and stays for good is one that nobody has decided on.

    Mend what the waiver was for, and delete it. Where more time is needed, give it a new last day and a
    reason that still holds.
    """

    id = "waiver-expired"
    title = msg("Waivers have not passed their last day")
    severity = Severity.ADVISORY

    def applicability(self, accepted: Accepted) -> Iterable[Use]:
        """Return the waivers of rules that ran."""
        return accepted.waivers

    def expectation(self, use: Use) -> Verdict:
        """Require a last day that is not past."""
        if not use.waiver.is_expired(use.today):
            return PASSED
        return Failed(
            msg(
                "The waiver for {rule} ended on {day}. Mend the fault and delete it, or give it a new day.",
                rule=use.waiver.rule,
                day=use.waiver.until.isoformat(),
            )
        )
