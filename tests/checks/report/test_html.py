"""The page about a report is itself one that the rules find nothing in, and that tells what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup, Tag

from checks import report as forms
from checks.model import Finding, Gate, Outcome, Place, Report, Severity
from checks.registry import find
from checks.report.html.page import LISTED
from checks.requirements import Standard
from pipeline.model import Location, Trace, msg
from tolkbar.language import LANGUAGES, translator

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LINK, FILE, NAME = find("link-target"), find("unreferenced-file"), find("heading-descriptive")
TRACE = Trace("kontakt.3", Location("de.po", 33), Location("source/kontakt.md", 14))
FOUND = (
    Finding(
        LINK, Outcome.FAILED, msg("<b>x</b> leads nowhere."), Place(Location("de/k.html", 9), None, TRACE)
    ),
    Finding(FILE, Outcome.FAILED, msg("Nobody refers to y."), Place(Location("sv/y.pdf", 1))),
    Finding(NAME, Outcome.CANNOT_TELL, msg("Does it say so?"), Place(Location("sv/k.html", 3))),
)
PROGRESS = (
    forms.Progress("de", "index", 6, 1, 3),
    forms.Progress("de", "kontakt", 0, 0, 0),
    forms.Progress("en", "index", 10, 0, 0),
)


def report(findings: Sequence[Finding] = FOUND, gate: Gate = Gate.CLOSED) -> Report:
    counts = {"pages": 3, "images": 1, "documents": 4, "catalogs": 2}
    return Report(gate, Standard.EN301549_3_2_1, counts, (LINK, FILE, NAME), tuple(findings))


def page(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "lxml")


def rows(document: BeautifulSoup, section: str) -> list[str]:
    """Return the text of each row of the tables in a section."""
    found = document.find("section", attrs={"aria-labelledby": section})
    assert isinstance(found, Tag)
    return [" ".join(row.get_text(" ").split()) for row in found.find_all("tr")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("findings", [FOUND, ()])
def test_the_rules_find_nothing_in_it(
    judged: Callable[..., Report], language: str, findings: Sequence[Finding]
) -> None:
    text = forms.html(report(findings), translator(language), language, day="2026-11-23", progress=PROGRESS)
    found = judged({"index.html": text}).findings
    failed = [f"{one.rule.id}: {one.message}" for one in found if one.outcome is Outcome.FAILED]
    assert failed == []


def test_it_needs_no_other_file_and_no_script() -> None:
    document = page(forms.html(report(), progress=PROGRESS))
    assert not document.select("script, link:not([href^='data:']), img, iframe")
    assert all(str(link["href"]).startswith("#") for link in document.find_all("a"))


def test_each_link_leads_to_a_place_on_it() -> None:
    document = page(forms.html(report(), progress=PROGRESS))
    places = {str(one["id"]) for one in document.find_all(id=True)}
    assert {str(link["href"])[1:] for link in document.find_all("a")} <= places


def test_what_is_to_be_mended_stands_under_the_file_to_edit() -> None:
    text = rows(page(forms.html(report())), "mend")
    assert "14 <b>x</b> leads nowhere. Seen in de/k.html:9 link-target Blocking" in text


def test_each_question_names_its_place_and_more_of_them_are_counted() -> None:
    asked = [
        Finding(NAME, Outcome.CANNOT_TELL, msg("Does it say so?"), Place(Location(f"{number}.html", 3)))
        for number in range(7)
    ]
    questions = page(forms.html(report(asked))).select("[aria-labelledby=questions] li")
    assert [one.get_text() for one in questions] == [
        *(f"Does it say so? Seen in {number}.html:3" for number in range(5)),
        "+ 2 more",
    ]


def test_the_standard_has_the_name_that_people_know() -> None:
    assert "EN 301 549 V3.2.1" in page(forms.html(report())).get_text()


def test_counts_are_compared_with_an_earlier_report() -> None:
    earlier = {"blocking": 3, "advisory": 0, "review": 1, "accepted": 0}
    text = rows(page(forms.html(report(), earlier=earlier)), "summary")
    assert text[1:4] == ["Blocking 1 -2", "Advisory 1 +1", "For a person to judge 1 +0"]


def test_translations_are_shown_by_language_and_page_the_least_translated_first() -> None:
    text = rows(page(forms.html(report(), progress=PROGRESS)), "progress")
    assert text[1:3] == ["de 6 1 3 60 %", "en 10 0 0 100 %"]
    assert [line.split()[0] for line in text[4:6]] == ["kontakt", "index"]


def test_each_criterion_of_the_standard_says_what_a_machine_tested() -> None:
    text = rows(page(forms.html(report())), "criteria")
    assert len(text) == 51  # EN 301 549 V3.2.1 has 50, and the heading
    assert any(line.startswith("1.2.1") and line.endswith("A person must test it.") for line in text)
    assert any(line.startswith("2.4.6") and "for a person to judge: 1" in line for line in text)


def test_of_very_many_findings_as_many_are_listed_as_a_person_reads() -> None:
    many = [FOUND[0]._replace(place=Place(Location("k.html", line))) for line in range(1, LISTED + 11)]
    document = page(forms.html(report(many)))
    assert "Lines that are not listed: 10" in document.get_text()
    assert {one.severity for one in many} == {Severity.BLOCKING}
