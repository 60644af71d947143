"""A baseline ends on its last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Accepted, BaselineUse
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable


class BaselineExpired(Rule[Accepted, BaselineUse]):
    """A baseline gives an old site time to mend what it had on one day, not for ever.

    Mend what is left, or run tolkbar baseline with a new last day.
    """

    id = "baseline-expired"
    title = msg("The baseline has not passed its last day")
    severity = Severity.ADVISORY

    def applicability(self, accepted: Accepted) -> Iterable[BaselineUse]:
        """Return the baseline."""
        return accepted.baselines

    def expectation(self, use: BaselineUse) -> Verdict:
        """Require a last day that is not past."""
        if not use.baseline.is_expired(use.today):
            return PASSED
        day = use.baseline.until.isoformat()
        return Failed(
            msg(
                "The baseline ended on {day}. Mend what is left, or write a new one: tolkbar baseline.",
                day=day,
            )
        )
