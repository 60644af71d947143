"""What one run has found: kept for the report, or told at once and kept by nobody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from checks import gate as gates
from checks.engine import remainder
from checks.model import Gate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from checks.gate import FailOn
    from checks.model import AnyRule, Finding, Outcome
    from checks.waiver import Acceptance, Waiver

LISTED: Final = 100_000
"""Findings of one run; with three times as many, JUnit on them takes nearly a gibibyte."""


class Ledger:
    """Findings as they come; what is not listed is counted, by rule and outcome."""

    def __init__(self, acceptance: Acceptance | None = None) -> None:
        """Have found nothing yet."""
        self._acceptance = acceptance
        self._findings: list[Finding] = []
        self._unlisted: dict[tuple[AnyRule, Outcome], tuple[Finding, int]] = {}

    def note(self, findings: Sequence[Finding]) -> None:
        """Take in what one rule has found on one subject."""
        room = LISTED - len(self._findings)
        self._findings += findings[:room]
        for finding in findings[room:]:
            kind = finding.rule, finding.outcome
            _, number = self._unlisted.get(kind, (finding, 0))
            self._unlisted[kind] = finding, number + 1

    def accepted(self) -> Counter[Waiver]:
        """Return how many findings each waiver covers, when all are noted but those on the waivers."""
        if self._acceptance:
            in_order = sorted(self._findings, key=lambda finding: finding.order)
            self._findings = list(gates.accept(in_order, self._acceptance))
        return Counter(finding.waiver for finding in self._findings if finding.waiver)

    def findings(self) -> tuple[Finding, ...]:
        """Return them in stable order."""
        return tuple(sorted(self._all(), key=lambda finding: finding.order))

    def gate(self, fail_on: FailOn) -> Gate:
        """Return whether publishing may go on."""
        return gates.gate(self._all(), fail_on)

    def _all(self) -> list[Finding]:
        others = (remainder(last, outcome, more) for (_, outcome), (last, more) in self._unlisted.items())
        return [*self._findings, *others]


class ToldLedger(Ledger):
    """Tells each finding at once; of them it knows which waivers served, and whether one closes the gate."""

    def __init__(self, tell: Callable[[Finding], None], acceptance: Acceptance | None = None) -> None:
        """Have told nothing yet."""
        super().__init__(acceptance)
        self._tell = tell
        self._accepter = gates.Accepter(acceptance) if acceptance else None
        self._used: Counter[Waiver] = Counter()
        self._closing: set[FailOn] = set()

    def note(self, findings: Iterable[Finding]) -> None:
        """Tell what one rule has found on one subject."""
        for found in findings:
            finding = self._accepter.accept(found) if self._accepter else found
            self._closing |= gates.closed_by(finding)
            if finding.waiver:
                self._used[finding.waiver] += 1
            self._tell(finding)

    def accepted(self) -> Counter[Waiver]:
        """Return how many findings each waiver covers."""
        self._accepter = None
        return self._used

    def gate(self, fail_on: FailOn) -> Gate:
        """Return whether publishing may go on."""
        return Gate.CLOSED if fail_on in self._closing else Gate.OPEN
