from __future__ import annotations

import json

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report
from checks.registry import find
from checks.requirements import Standard
from pipeline.model import Location, Message, Trace, msg

TITLE = find("page-title")
TRACE = Trace(
    "kontakt.3", Location("locales/de/LC_MESSAGES/kontakt.po", 33), Location("source/pages/kontakt.md", 14)
)
FINDING = Finding(
    TITLE,
    Outcome.FAILED,
    msg("The title is »{title}«.", title="Über"),
    Place(Location("de/kontakt.html", 12, 5), "html > head > title", TRACE),
)


def report(*findings: Finding, **more: object) -> Report:
    values = {
        "gate": Gate.CLOSED,
        "standard": Standard.EN301549_3_2_1,
        "subjects": {"pages": 3, "images": 0, "documents": 4, "catalogs": 2},
        "rules": (TITLE,),
    }
    return Report(findings=findings, **{**values, **more})  # type: ignore[arg-type]


def test_the_report_has_the_form_that_is_promised() -> None:
    requirements = {"wcag": ["2.4.2"], "en301549": ["9.2.4.2"], "act": ["2779a5"], "pdfua": []}
    assert json.loads(forms.json(report(FINDING), "0.1.0")) == {
        "tolkbar": "0.1.0",
        "gate": "closed",
        "standard": "en301549-3.2.1",
        "subjects": {"pages": 3, "images": 0, "documents": 4, "catalogs": 2},
        "findings": [
            {
                "rule": "page-title",
                "family": "accessibility",
                "verdict": None,
                "outcome": "failed",
                "severity": "blocking",
                "message": "The title is »Über«.",
                "path": "de/kontakt.html",
                "line": 12,
                "column": 5,
                "selector": "html > head > title",
                "trace": {
                    "unit": "kontakt.3",
                    "catalog": {"path": "locales/de/LC_MESSAGES/kontakt.po", "line": 33},
                    "source": {"path": "source/pages/kontakt.md", "line": 14},
                },
                "requirements": requirements,
                "localizationQualityIssueType": None,
                "waiver": None,
            }
        ],
        "rules": [
            {
                "id": "page-title",
                "family": "accessibility",
                "verdict": None,
                "title": "Pages have a title",
                "severity": "blocking",
                "requirements": requirements,
                "localizationQualityIssueType": None,
            }
        ],
    }


def test_what_cannot_be_traced_has_no_trace() -> None:
    untraced = Finding(TITLE, Outcome.FAILED, msg("…"), Place(Location("x.html", 1)))
    assert json.loads(forms.json(report(untraced), "0"))["findings"][0]["trace"] is None


def test_a_page_of_the_source_language_has_no_catalog() -> None:
    place = Place(Location("sv/x.html", 1), None, Trace("x.1", None, Location("x.md", 2)))
    (finding,) = json.loads(forms.json(report(Finding(TITLE, Outcome.FAILED, msg("…"), place)), "0"))[
        "findings"
    ]
    assert finding["trace"] == {"unit": "x.1", "catalog": None, "source": {"path": "x.md", "line": 2}}


def test_outcomes_stand_in_it_where_they_were_asked_for() -> None:
    outcomes = {"de/x.html": {"page-title": Outcome.CANNOT_TELL}}
    assert "outcomes" not in json.loads(forms.json(report(), "0"))
    assert json.loads(forms.json(report(outcomes=outcomes), "0"))["outcomes"] == {
        "de/x.html": {"page-title": "cannotTell"}
    }


def test_it_is_readable_utf_8_that_ends_in_a_line_end() -> None:
    text = forms.json(report(FINDING), "0.1.0")
    assert "»Über«" in text
    assert text.endswith("}\n")


def test_messages_and_titles_are_translated_by_whoever_asks() -> None:
    def shout(message: Message) -> str:
        return message.fill(message.msgid.upper().replace("{TITLE}", "{title}"))

    data = json.loads(forms.json(report(FINDING), "0", shout))
    assert data["findings"][0]["message"] == "THE TITLE IS »Über«."
    assert data["rules"][0]["title"] == "PAGES HAVE A TITLE"
