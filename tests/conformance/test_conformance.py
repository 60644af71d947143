"""The comparison with W3C's cases is itself compared: on cases written here, their outcomes known."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from checks.model import Outcome
from checks.registry import find
from tests.conformance.__main__ import main
from tests.conformance.cases import HOME, read_cases
from tests.conformance.floor import FILE, Floor
from tests.conformance.scores import Consistency, Grade, Score, scores, total

if TYPE_CHECKING:
    from pathlib import Path

TITLE = find("page-title")
(ACT,) = TITLE.act
FAILED, PASSED, INAPPLICABLE, CANNOT_TELL = (
    Outcome.FAILED,
    Outcome.PASSED,
    Outcome.INAPPLICABLE,
    Outcome.CANNOT_TELL,
)
PAGES = {
    "failed": "<html lang=sv><title></title><p>Kontakt",
    "passed": "<html lang=sv><title>Kontakt</title><p>Kontakt",
    "inapplicable": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}


def listed(number: int, expected: str, act: str = ACT, suffix: str = "html") -> dict[str, Any]:
    path = f"testcases/{act}/{number}.{suffix}"
    return {
        "ruleId": act,
        "ruleName": "Pages have a title",
        "ruleAccessibilityRequirements": {
            "wcag20:2.4.2": {"forConformance": True},
            "wcag-technique:H25": {"forConformance": False},
            "wcag20:1.3.1": {"secondary": "Less strict."},
        },
        "expected": expected,
        "testcaseTitle": f"Example {number}",
        "relativePath": path,
        "url": f"https://w3c.example/{path}",
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A failed, a passed and an inapplicable page, and one of a rule that we do not have."""
    cases = [
        listed(1, "failed"),
        listed(2, "passed"),
        listed(3, "inapplicable", suffix="svg"),
        listed(4, "failed", act="zzzzzz"),
    ]
    for case in cases:
        page = tmp_path / case["relativePath"]
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(PAGES[case["expected"]], "utf-8")
    (tmp_path / "test-assets").mkdir()
    (tmp_path / "testcases.json").write_text(json.dumps({"testcases": cases}), "utf-8")
    return tmp_path


def floor(folder: Path, **values: int) -> str:
    path = folder / "floor.toml"
    lines = {"complete": 1, "found": 1, "wrong": 0} | values
    path.write_text("".join(f"{name} = {value}\n" for name, value in lines.items()), "utf-8")
    return f"--floor={path}"


def test_cases_are_judged_and_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder), floor(folder)]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert any(line.startswith(ACT) and "page-title" in line and "complete" in line for line in printed)
    assert printed[-3].startswith("ACT rules: 1 complete, 0 partial, 0 wrong, 1 untested")
    assert printed[-2:] == ["Failed cases found: 1 of 2", "Wrong reports: 0"]


@pytest.mark.parametrize(
    ("page", "content", "said"),
    [(1, PAGES["passed"], "missed"), (2, PAGES["failed"], "wrong")],
)
def test_the_floor_does_not_sink(
    folder: Path, capsys: pytest.CaptureFixture[str], page: int, content: str, said: str
) -> None:
    (folder / f"testcases/{ACT}/{page}.html").write_text(content, "utf-8")
    assert main([str(folder), floor(folder), "--list"]) == 1
    output = capsys.readouterr()
    assert f"{said}: {ACT} Example {page}" in output.out
    assert "Below the floor: 0 ACT rules are complete; there were 1." in output.err


def test_the_report_for_w3c_is_about_their_addresses(folder: Path) -> None:
    report = folder / "act.json"
    main([str(folder), floor(folder), f"--earl={report}"])
    _assertor, *subjects = json.loads(report.read_text("utf-8"))["@graph"]
    outcomes = {subject["source"]: subject["assertions"] for subject in subjects}
    assert set(outcomes) == {
        f"https://w3c.example/testcases/{ACT}/{name}" for name in ("1.html", "2.html", "3.svg")
    }
    (assertion,) = outcomes[f"https://w3c.example/testcases/{ACT}/1.html"]
    assert (assertion["test"]["title"], assertion["result"]["outcome"]) == ("page-title", "earl:failed")


def test_a_folder_without_cases_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_a_case_knows_the_criteria_of_its_rule_and_where_it_stands(folder: Path) -> None:
    case = read_cases(folder)[0]
    assert case.requirements == {"2.4.2"}
    assert case.file == f"{HOME}/testcases/{ACT}/1.html"


def score(folder: Path, *outcomes: Outcome | None) -> Score:
    """Return the score where our rule concluded ``outcomes`` on the failed, passed and inapplicable case."""
    cases = read_cases(folder)[:3]
    known = {
        case.file: {TITLE.id: outcome}
        for case, outcome in zip(cases, outcomes, strict=True)
        if outcome is not None
    }
    (found,) = scores(cases, [TITLE], known)
    return found


@pytest.mark.parametrize(
    ("outcomes", "grade", "consistency"),
    [
        ((FAILED, PASSED, INAPPLICABLE), Grade.COMPLETE, Consistency.COMPLETE),
        ((FAILED, INAPPLICABLE, CANNOT_TELL), Grade.COMPLETE, Consistency.COMPLETE),
        ((FAILED, PASSED, None), Grade.COMPLETE, Consistency.PARTIAL),
        ((PASSED, PASSED, INAPPLICABLE), Grade.PARTIAL, Consistency.PARTIAL),
        ((CANNOT_TELL, PASSED, INAPPLICABLE), Grade.PARTIAL, Consistency.COMPLETE),
        ((CANNOT_TELL, CANNOT_TELL, INAPPLICABLE), Grade.PARTIAL, Consistency.MINIMAL),
        ((CANNOT_TELL, CANNOT_TELL, CANNOT_TELL), Grade.PARTIAL, Consistency.NONE),
        ((FAILED, FAILED, INAPPLICABLE), Grade.WRONG, Consistency.NONE),
        ((FAILED, PASSED, FAILED), Grade.WRONG, Consistency.NONE),
    ],
)
def test_a_grade_follows_from_the_outcomes(
    folder: Path, outcomes: tuple[Outcome | None, ...], grade: Grade, consistency: Consistency
) -> None:
    found = score(folder, *outcomes)
    assert (found.grade, found.consistency) == (grade, consistency)


def test_an_act_rule_that_no_rule_of_ours_names_is_untested(folder: Path) -> None:
    (found,) = scores(read_cases(folder)[3:], [TITLE], {})
    assert (found.grade, found.consistency) == (Grade.UNTESTED, Consistency.NONE)


def test_other_criteria_than_those_of_the_act_rule_are_not_consistent(folder: Path) -> None:
    heading = find("page-language")
    cases = read_cases(folder)[:1]
    (found,) = scores(cases, [heading], {})
    mine = Score(found.act, found.name, (heading,), found.answers)
    assert not mine.has_its_requirements


def test_the_committed_floor_can_be_read_and_is_kept_where_it_is_met(folder: Path) -> None:
    assert Floor.read(FILE).complete > 0
    sums = total([score(folder, FAILED, PASSED, INAPPLICABLE)])
    assert not list(Floor(complete=1, found=1, wrong=0).breaches(sums))
    assert len(list(Floor(complete=2, found=2, wrong=-1).breaches(sums))) == 3
