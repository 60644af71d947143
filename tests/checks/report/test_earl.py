from __future__ import annotations

import json
from typing import Any

import pytest

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report
from checks.registry import find
from checks.report.earl import criterion_id
from checks.requirements import Standard
from pipeline.model import Location, msg

TITLE = find("page-title")
FINDING = Finding(
    TITLE, Outcome.FAILED, msg("The title is »{title}«.", title="Über"), Place(Location("k.html", 12, 5))
)


def graph(**outcomes: Outcome) -> list[dict[str, Any]]:
    """Return the graph of a report on ``k.html``."""
    report = Report(
        gate=Gate.CLOSED,
        standard=Standard.EN301549_3_2_1,
        subjects={},
        rules=(TITLE,),
        findings=(FINDING,) if Outcome.FAILED in outcomes.values() else (),
        outcomes={"k.html": {name.replace("_", "-"): outcome for name, outcome in outcomes.items()}},
    )
    document: dict[str, list[dict[str, Any]]] = json.loads(forms.earl(report, "0.1.0"))
    return document["@graph"]


def test_the_assertor_is_this_version() -> None:
    assertor = graph()[0]
    assert (assertor["name"], assertor["release"]) == ("Tolkbar", {"revision": "0.1.0"})


def test_every_conclusion_is_an_assertion_about_its_subject() -> None:
    assertor, subject = graph(page_title=Outcome.FAILED)
    (assertion,) = subject["assertions"]
    assert subject["source"] == "k.html"
    assert assertion["assertedBy"] == assertor["@id"]
    assert assertion["mode"] == "earl:automatic"
    assert assertion["test"] == {
        "@type": "TestCase",
        "title": "page-title",
        "description": "Pages have a title",
        "isPartOf": ["WCAG2:page-titled"],
    }
    assert assertion["result"] == {
        "@type": "TestResult",
        "outcome": "earl:failed",
        "pointer": [
            {
                "@type": "ptr:LineCharPointer",
                "ptr:lineNumber": 12,
                "ptr:charNumber": 5,
                "description": "The title is »Über«.",
            }
        ],
    }


@pytest.mark.parametrize(
    ("outcome", "name"),
    [
        (Outcome.PASSED, "earl:passed"),
        (Outcome.CANNOT_TELL, "earl:cantTell"),
        (Outcome.INAPPLICABLE, "earl:inapplicable"),
    ],
)
def test_outcomes_have_the_names_of_the_schema(outcome: Outcome, name: str) -> None:
    (assertion,) = graph(page_title=outcome)[1]["assertions"]
    assert assertion["result"] == {"@type": "TestResult", "outcome": name}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Non-text Content", "non-text-content"),
        ("Name, Role, Value", "name-role-value"),
        ("Link Purpose (In Context)", "link-purpose-in-context"),
        ("Audio-only and Video-only (Prerecorded)", "audio-only-and-video-only-prerecorded"),
    ],
)
def test_criteria_are_called_as_in_the_addresses_of_wcag(name: str, address: str) -> None:
    assert criterion_id(name) == address
