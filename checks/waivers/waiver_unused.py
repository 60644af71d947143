"""A waiver is for something that is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Accepted, Use
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class WaiverUnused(Rule[Accepted, Use]):
    """A waiver that covers nothing waits for the next fault of its kind, and hides it.

    Delete it. If the fault is still there, the page or the place has another name now: correct the path.
    """

    id = "waiver-unused"
    title = msg("Waivers cover something that is found")
    severity = Severity.ADVISORY

    def applicability(self, accepted: Accepted) -> Iterator[Use]:
        """Yield the waivers of rules that ran, before their last day has passed."""
        return (use for use in accepted.waivers if not use.waiver.is_expired(use.today))

    def expectation(self, use: Use) -> Verdict:
        """Require a finding that it covers."""
        if use.findings:
            return PASSED
        return Failed(
            msg(
                "The waiver for {rule} in {path} covers nothing. Delete it, or correct its path.",
                rule=use.waiver.rule,
                path=use.waiver.path,
            )
        )
