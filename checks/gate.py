"""Findings and what has been accepted of them → open or closed."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from checks.model import Gate, Outcome, Severity
from checks.waiver import Known, Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.model import Finding
    from checks.waiver import Acceptance, Baseline


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
    """Return whether ``finding`` closes the gate; what only a person can tell or has accepted never does."""
    if finding.waiver is not None:
        return False
    return finding.outcome is Outcome.FAILED and finding.severity in _CLOSING[fail_on]


def closed_by(finding: Finding) -> frozenset[FailOn]:
    """Return the settings under which ``finding`` closes the gate."""
    return frozenset(fail_on for fail_on in FailOn if closes(finding, fail_on))


class Accepter:
    """Finds what people have accepted, of one finding after another: a baseline covers so many of them."""

    def __init__(self, acceptance: Acceptance) -> None:
        """Have accepted nothing yet."""
        self._by_rule: dict[str, list[Waiver]] = {}
        for waiver in acceptance.in_force:
            self._by_rule.setdefault(waiver.rule, []).append(waiver)
        self._baseline = acceptance.baseline
        self._remaining = acceptance.remaining

    def accept(self, finding: Finding) -> Finding:
        """Return ``finding`` with the waiver that covers it; as it is where nobody has accepted it."""
        place = finding.place
        paths = (place.location.path, finding.edit.path)
        places = (place.selector, place.trace.unit if place.trace else None)
        waivers = self._by_rule.get(finding.rule.id, ())
        if waiver := next((waiver for waiver in waivers if waiver.covers(paths, places)), None):
            return finding._replace(waiver=waiver)
        if self._baseline is None or self._remaining[known(finding)] <= 0:
            return finding
        self._remaining[known(finding)] -= 1
        return finding._replace(waiver=_of_baseline(finding, self._baseline))


def accept(findings: Iterable[Finding], acceptance: Acceptance) -> list[Finding]:
    """Return ``findings``, each with the waiver that covers it; what nobody has accepted as it is."""
    return list(map(Accepter(acceptance).accept, findings))


def known(finding: Finding) -> Known:
    """Return what ``finding`` has in common with the same fault on another day."""
    return Known(finding.rule.id, finding.place.location.path, str(finding.message))


def _of_baseline(finding: Finding, baseline: Baseline) -> Waiver:
    path = finding.place.location.path
    return Waiver(finding.rule.id, path, "", "baseline", baseline.until, "", baseline.location)


def gate(findings: Iterable[Finding], fail_on: FailOn = FailOn.BLOCKING) -> Gate:
    """Return whether publishing may go on with these findings."""
    return Gate.CLOSED if any(closes(finding, fail_on) for finding in findings) else Gate.OPEN
