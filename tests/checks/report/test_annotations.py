from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report
from checks.registry import find
from checks.requirements import Standard
from pipeline.model import Location, Trace, msg

if TYPE_CHECKING:
    from checks.model import AnyRule

BLOCKING, ADVISORY = find("link-target"), find("unreferenced-file")
TRACE = Trace("kontakt.3", Location("de.po", 33), Location("source/kontakt.md", 14))


@pytest.mark.parametrize(
    ("rule", "outcome", "level"),
    [
        (BLOCKING, Outcome.FAILED, "error"),
        (ADVISORY, Outcome.FAILED, "warning"),
        (BLOCKING, Outcome.CANNOT_TELL, "notice"),
    ],
)
def test_a_finding_is_shown_at_the_line_to_edit(rule: AnyRule, outcome: Outcome, level: str) -> None:
    finding = Finding(rule, outcome, msg("100 % wrong:\nhere"), Place(Location("k.html", 9), None, TRACE))
    assert (
        render(finding)
        == f"::{level} file=source/kontakt.md,line=14,col=1,title={rule.id}::100 %25 wrong:%0Ahere\n"
    )


def test_a_path_cannot_end_its_value() -> None:
    finding = Finding(BLOCKING, Outcome.FAILED, msg("x"), Place(Location("a,b:c%.html", 1)))
    assert "file=a%2Cb%3Ac%25.html,line=1" in render(finding)


def test_nothing_found_prints_nothing() -> None:
    assert render() == ""


def render(*findings: Finding) -> str:
    return forms.github(Report(Gate.CLOSED, Standard.EN301549_3_2_1, {}, (), findings))
