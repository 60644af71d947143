"""The three verdicts on a document are told apart: a fault leads to one, and leaves the others alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup

from checks import report as forms
from checks.model import Finding, Ground, Outcome, Place
from checks.registry import RULES, find
from checks.report.html import documents
from checks.specimens import specimen
from checks.subjects import Document, DocumentFile
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judge = Callable[..., Report]

WORDS = " ".join(["Sök bygglov innan du bygger ett hus."] * 60)
LONG = f'tags\n  Document\n    H1 "Bygglov"\n    P "{WORDS}"\n'
FAULTS = {
    Ground.POLICY: LONG + "catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
    Ground.PDFUA: LONG + "catalog /MarkInfo << /Marked false >>",
    Ground.ADVICE: LONG + '    Figure /Alt (bild1.png) "Karta"',
}
PASSED = {
    Ground.POLICY: "Publishing policy: Follows it, as far as a machine can tell.",
    Ground.PDFUA: "PDF/UA-1: Conforms, as far as a machine can tell.",
    Ground.ADVICE: "Advice: Nothing to improve, as far as a machine can tell.",
}
FAILED = {
    Ground.POLICY: "Publishing policy: Does not follow it.",
    Ground.PDFUA: "PDF/UA-1: Does not conform.",
    Ground.ADVICE: "Advice: There is something to improve.",
}


@pytest.fixture
def sound(judged: Judge) -> Report:
    return judged({"bygglov.pdf": specimen(LONG)})


@pytest.fixture(params=Ground)
def ground(request: pytest.FixtureRequest) -> Ground:
    assert isinstance(request.param, Ground)
    return request.param


@pytest.fixture
def faulty(judged: Judge, ground: Ground) -> Report:
    """Return the report on a document with one fault, of the kind that ``ground`` says."""
    return judged({"bygglov.pdf": specimen(FAULTS[ground])})


def test_each_rule_on_documents_has_a_ground_and_no_other_rule_has() -> None:
    for rule in RULES:
        if rule.subject in (Document, DocumentFile):
            assert rule.ground is not None, rule.id
        else:
            assert rule.ground is None or rule.id.startswith("document-label"), rule.id


def test_each_test_of_the_standard_is_for_its_verdict() -> None:
    for rule in RULES:
        assert (rule.ground is Ground.PDFUA) == bool(rule.pdfua), rule.id


def test_of_a_sound_document_all_are_well(sound: Report) -> None:
    assert sound.verdicts == {"bygglov.pdf": dict.fromkeys(Ground, Outcome.PASSED)}


def test_a_fault_leads_to_one_verdict(faulty: Report, ground: Ground) -> None:
    expected = {one: Outcome.FAILED if one is ground else Outcome.PASSED for one in Ground}
    assert faulty.verdicts == {"bygglov.pdf": expected}


def test_a_document_that_cannot_be_read_conforms_to_nothing(judged: Judge) -> None:
    verdicts = judged({"bygglov.pdf": b"%PDF-1.7"}).verdicts["bygglov.pdf"]
    assert verdicts[Ground.POLICY] is Outcome.FAILED
    assert verdicts[Ground.PDFUA] is Outcome.INAPPLICABLE


def test_of_rules_that_do_not_run_there_is_no_verdict(judged: Judge) -> None:
    report = judged({"bygglov.pdf": specimen(LONG)}, [find("pdf-tags")])
    assert report.verdicts == {"bygglov.pdf": {Ground.PDFUA: Outcome.PASSED}}


def test_the_text_says_all_three_where_one_is_bad(faulty: Report, ground: Ground) -> None:
    lines = forms.text(faulty).split("\n")
    below = lines.index("bygglov.pdf") + 1
    said = [line.strip() for line in lines[below : lines.index("", below)] if line[2] != " "]
    assert said == [(FAILED if one is ground else PASSED)[one] for one in Ground]
    assert lines[lines.index(f"  {FAILED[ground]}") + 1].startswith("    1: ")


def test_the_text_counts_documents_by_verdict(faulty: Report, ground: Ground) -> None:
    text = forms.text(faulty)
    assert "Documents: 1. As far as a machine can tell:\n" in text
    counts = {
        Ground.POLICY: "  Publishing policy – followed: {}, not followed: {}, not to be told: 0\n",
        Ground.PDFUA: "  PDF/UA-1 – conforming: {}, not conforming: {}, not to be told: 0\n",
        Ground.ADVICE: "  Advice – nothing to improve: {}, something: {}, not to be told: 0\n",
    }
    for one, form in counts.items():
        assert form.format(*((0, 1) if one is ground else (1, 0))) in text


def test_the_text_on_sound_documents_remains_one_line(sound: Report) -> None:
    assert forms.text(sound).count("\n") == 1


def test_the_page_has_a_table_of_the_verdicts_on_each_document(faulty: Report, ground: Ground) -> None:
    page = BeautifulSoup(forms.html(faulty), "lxml")
    rows = page.select("section[aria-labelledby=documents] tbody tr")
    told = [" ".join(row.get_text(" ").split()) for row in rows]
    for one, row in zip(Ground, told, strict=True):
        assert row.startswith((FAILED if one is ground else PASSED)[one].replace(":", "", 1))
        assert row.endswith("0 0 0 0") == (one is not ground)


def test_the_page_puts_what_is_to_be_mended_under_its_verdict(faulty: Report, ground: Ground) -> None:
    page = BeautifulSoup(forms.html(faulty), "lxml")
    headings = page.select("section[aria-labelledby=mend] th[scope=rowgroup]")
    assert [heading.get_text() for heading in headings] == [FAILED[ground].partition(":")[0]]


def test_the_rules_find_nothing_on_the_page(judged: Judge, faulty: Report) -> None:
    found = judged({"index.html": forms.html(faulty)}).findings
    failed = [one for one in found if one.outcome is Outcome.FAILED]
    assert [str(one.message) for one in failed if one.place.location.path == "index.html"] == []


def test_json_names_the_verdict_of_rules_and_findings(faulty: Report, ground: Ground) -> None:
    report = json.loads(forms.json(faulty, "0"))
    assert {finding["verdict"] for finding in report["findings"]} == {ground}
    verdicts = {rule["id"]: rule["verdict"] for rule in report["rules"]}
    assert verdicts["pdf-title-telling"] == "policy"
    assert verdicts["pdf-marked"] == "pdfua"
    assert verdicts["pdf-heading-missing"] == "advice"
    assert verdicts["page-title"] is None
    assert report["verdicts"]["bygglov.pdf"][ground] == "failed"


def test_questions_name_the_verdict_that_they_leave_open(sound: Report) -> None:
    asked = Finding(find("pdf-tags"), Outcome.CANNOT_TELL, msg("Tags?"), Place(Location("bygglov.pdf", 1)))
    text = forms.text(replace(sound, findings=(asked,)))
    assert "[pdf-tags, PDF/UA-1, 1]" in text


def test_servers_that_show_reports_group_by_verdict(sound: Report) -> None:
    fault = Finding(find("pdf-scan"), Outcome.FAILED, msg("A scan."), Place(Location("bygglov.pdf", 1)))
    report = replace(sound, findings=(fault,))
    assert "title=pdf-scan (Publishing policy)::A scan." in forms.github(report)
    assert 'classname="pdf.policy.pdf-scan"' in forms.junit(report)
    assert 'classname="pdf.pdfua"' in forms.junit(report)
    driver = json.loads(forms.sarif(report, "0"))["runs"][0]["tool"]["driver"]
    rules = {rule["id"]: rule for rule in driver["rules"]}
    assert rules["pdf-scan"]["properties"]["verdict"] == "policy"
    assert "verdict" not in rules["page-title"]["properties"]


def test_a_page_that_links_gets_no_verdict(judged: Judge) -> None:
    page = '<!DOCTYPE html><html lang="sv"><title>Bygglov</title><p><a href="bygglov.pdf">Bygglov</a>'
    files = {"index.html": page, "bygglov.pdf": specimen(LONG)}
    text = forms.text(judged(files, [find("document-label-missing"), find("pdf-tags")]))
    assert "document-label-missing" in text
    assert FAILED[Ground.POLICY] not in text


def test_of_very_many_documents_the_worst_are_listed(sound: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "LISTED", 1)
    fine, bad = ({Ground.POLICY: outcome} for outcome in (Outcome.PASSED, Outcome.FAILED))
    report = replace(sound, verdicts={"a.pdf": fine, "b.pdf": bad})
    page = BeautifulSoup(forms.html(report), "lxml")
    assert [one.get_text() for one in page.select("section[aria-labelledby=documents] h3")] == ["b.pdf"]
    assert "Documents that are not listed: 1" in page.get_text()
