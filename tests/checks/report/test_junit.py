from __future__ import annotations

from xml.etree import ElementTree as ET

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report
from checks.registry import find
from checks.requirements import Standard
from pipeline.model import Location, Trace, msg

TARGET, TITLE = find("link-target"), find("page-title")
TRACE = Trace("kontakt.3", Location("de.po", 33), Location("source/kontakt.md", 14))
FINDING = Finding(TARGET, Outcome.FAILED, msg("Nothing »there«."), Place(Location("k.html", 9), None, TRACE))


def rendered(*findings: Finding) -> ET.Element:
    report = Report(Gate.CLOSED, Standard.EN301549_3_2_1, {}, (TARGET, TITLE), findings)
    return ET.fromstring(forms.junit(report).encode())  # noqa: S314 - our own


def test_a_finding_is_a_failed_case_at_the_line_to_edit() -> None:
    case = rendered(FINDING).find("testsuite[@name='link-target']/testcase")
    assert case is not None
    assert (case.get("classname"), case.get("file"), case.get("line")) == (
        "links.link-target",
        "source/kontakt.md",
        "14",
    )
    failure = case.find("failure")
    assert failure is not None
    assert (failure.get("type"), failure.get("message")) == ("blocking", "Nothing »there«.")
    assert failure.text == "source/kontakt.md:14\nk.html:9\nNothing »there«."


def test_a_rule_without_findings_has_passed() -> None:
    suite = rendered(FINDING).find("testsuite[@name='page-title']")
    assert suite is not None
    assert [(case.get("name"), len(case)) for case in suite] == [("Pages have a title", 0)]
    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_what_only_a_person_can_tell_is_skipped() -> None:
    suites = rendered(FINDING._replace(outcome=Outcome.CANNOT_TELL))
    assert [skipped.get("message") for skipped in suites.iter("skipped")] == ["Nothing »there«."]
    assert not list(suites.iter("failure"))


def test_counts_add_up() -> None:
    suites = rendered(FINDING, FINDING._replace(outcome=Outcome.CANNOT_TELL))
    assert (suites.get("tests"), suites.get("failures"), suites.get("errors")) == ("3", "1", "0")
    for name in ("tests", "failures"):
        assert sum(int(suite.get(name, "")) for suite in suites) == int(suites.get(name, ""))


def test_what_xml_cannot_write_is_replaced() -> None:
    finding = FINDING._replace(message=msg("A \x00 and \ud800 and ]]> & <b>."))
    (failure,) = rendered(finding).iter("failure")
    assert failure.get("message") == "A \ufffd and \ufffd and ]]> & <b>."
