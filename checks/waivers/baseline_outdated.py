"""A baseline holds only what is still found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Accepted, BaselineUse
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class BaselineOutdated(Rule[Accepted, BaselineUse]):
    """A fault that has been mended and stays in the baseline may come back unseen.

    Run tolkbar baseline --shrink: it takes out what has been mended and adds nothing.
    """

    id = "baseline-outdated"
    title = msg("The baseline holds only what is still found")
    severity = Severity.ADVISORY

    def applicability(self, accepted: Accepted) -> Iterator[BaselineUse]:
        """Yield the baseline before its last day has passed."""
        return (use for use in accepted.baselines if not use.baseline.is_expired(use.today))

    def expectation(self, use: BaselineUse) -> Verdict:
        """Require that nothing of it is gone."""
        if not use.gone:
            return PASSED
        return Failed(
            msg(
                "{number} faults of the baseline are mended. Take them out: tolkbar baseline --shrink.",
                number=use.gone,
            )
        )
