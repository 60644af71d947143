"""Findings → open or closed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from checks.model import Gate, Outcome, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.model import Finding


class FailOn(StrEnum):
    """From which severity on a finding closes the gate."""

    BLOCKING = "blocking"
    ADVISORY = "advisory"
    NEVER = "never"


_CLOSING: dict[FailOn, frozenset[Severity]] = {
    FailOn.BLOCKING: frozenset({Severity.BLOCKING}),
    FailOn.ADVISORY: frozenset(Severity),
    FailOn.NEVER: frozenset(),
}


def closes(finding: Finding, fail_on: FailOn) -> bool:
    """Return whether ``finding`` closes the gate; what only a person can tell never does."""
    return finding.outcome is Outcome.FAILED and finding.severity in _CLOSING[fail_on]


def gate(findings: Iterable[Finding], fail_on: FailOn = FailOn.BLOCKING) -> Gate:
    """Return whether publishing may go on with these findings."""
    return Gate.CLOSED if any(closes(finding, fail_on) for finding in findings) else Gate.OPEN
