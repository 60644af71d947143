from __future__ import annotations

import pytest

from checks.gate import FailOn, gate
from checks.model import Finding, Gate, Outcome, Place
from checks.registry import find
from pipeline.model import Location, msg

BLOCKING, ADVISORY = find("page-title"), find("unreferenced-file")


def finding(rule: object, outcome: Outcome = Outcome.FAILED) -> Finding:
    return Finding(rule, outcome, msg("…"), Place(Location("x.html", 1)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("found", "fail_on", "state"),
    [
        ([finding(BLOCKING)], FailOn.BLOCKING, Gate.CLOSED),
        ([finding(ADVISORY), finding(BLOCKING)], FailOn.BLOCKING, Gate.CLOSED),
        ([finding(ADVISORY)], FailOn.BLOCKING, Gate.OPEN),
        ([finding(ADVISORY)], FailOn.ADVISORY, Gate.CLOSED),
        ([finding(BLOCKING)], FailOn.ADVISORY, Gate.CLOSED),
        ([finding(BLOCKING)], FailOn.NEVER, Gate.OPEN),
        ([], FailOn.ADVISORY, Gate.OPEN),
    ],
)
def test_the_gate_closes_from_the_asked_severity_on(
    found: list[Finding], fail_on: FailOn, state: Gate
) -> None:
    assert gate(found, fail_on) is state


@pytest.mark.parametrize("fail_on", FailOn)
def test_what_only_a_person_can_tell_never_closes_the_gate(fail_on: FailOn) -> None:
    assert gate([finding(BLOCKING, Outcome.CANNOT_TELL)], fail_on) is Gate.OPEN


def test_blocking_findings_close_it_by_default() -> None:
    assert gate([finding(BLOCKING)]) is Gate.CLOSED
    assert gate([finding(ADVISORY)]) is Gate.OPEN
