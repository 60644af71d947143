"""Findings are kept for the report, or told at once: the same ones, and the gate is the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from checks.gate import FailOn
from checks.judge import Options, judge
from checks.model import Gate
from checks.registry import RULES
from checks.subjects import gather
from checks.waiver import Acceptance, Baseline, Known, Waiver
from pipeline.model import Location

if TYPE_CHECKING:
    from pathlib import Path

    from checks.model import Finding

HERE = Location("waivers.toml", 1)
TODAY = date(2026, 11, 23)
LATER = date(2027, 1, 1)
WAIVERS = (
    Waiver("page-title", "*.html", "", "Snart", LATER, "Anna", HERE),
    Waiver("doctype", "nej.html", "", "Snart", LATER, "Anna", HERE),
    Waiver("link-target", "a.html", "", "Förr", date(2026, 1, 1), "Anna", HERE),
)
IMAGE = Known("image-alternative", "a.html", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site with more faults of one kind than its baseline knows."""
    (tmp_path / "a.html").write_text('<html lang="sv"><img src="a.png"><img src="a.png"><img src="a.png">')
    (tmp_path / "b.html").write_text('<!DOCTYPE html><html lang="sv"><a href="nej.html">x</a>')
    return tmp_path


def acceptance(folder: Path) -> Acceptance:
    """Return what people have accepted: two of three pictures, all titles, and what is not there."""
    found = judge(gather([folder]), RULES).findings
    message = next(str(one.message) for one in found if one.rule.id == IMAGE.rule)
    baseline = Baseline({IMAGE._replace(message=message): 2}, LATER, Location("baseline.toml", 1))
    return Acceptance(WAIVERS, baseline, TODAY)


@pytest.mark.parametrize("fail_on", FailOn)
@pytest.mark.parametrize("is_accepted", [False, True])
def test_what_is_told_is_what_would_be_kept(folder: Path, fail_on: FailOn, *, is_accepted: bool) -> None:
    options = Options(fail_on=fail_on, acceptance=acceptance(folder) if is_accepted else None)
    kept = judge(gather([folder]), RULES, options)
    told: list[Finding] = []
    report = judge(gather([folder]), RULES, options._replace(tell=told.append))
    assert tuple(sorted(told, key=lambda finding: finding.order)) == kept.findings
    assert report.findings == ()
    assert (report.gate, report.subjects, report.rules) == (kept.gate, kept.subjects, kept.rules)
    assert report.gate is (Gate.OPEN if fail_on is FailOn.NEVER else Gate.CLOSED)
    assert len([one for one in told if one.waiver]) == (4 if is_accepted else 0)


def test_findings_are_told_while_subjects_are_judged(folder: Path) -> None:
    heard: list[str] = []
    options = Options(tell=lambda finding: heard.append(f"found in {finding.place.location.path}"))
    judge(gather([folder]), RULES, options, progress=heard.append)
    assert heard.index("a.html") < heard.index("found in a.html") < heard.index("b.html")
