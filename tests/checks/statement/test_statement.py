"""Statements are read in three languages, in the words that public bodies use."""

from __future__ import annotations

import pytest

from checks.subjects import Page
from checks.subjects.statement import Grade, Part, Statement, statement_of


def read(language: str, title: str, *texts: str) -> Statement | None:
    """Return the statement that a page of these paragraphs is."""
    body = "".join(f"<p>{text}</p>" for text in texts)
    return statement_of(Page.read(f'<html lang="{language}"><h1>{title}</h1>{body}</html>', "page.html"))


@pytest.mark.parametrize(
    ("language", "title", "text", "grade"),
    [
        ("sv", "Tillgänglighet för lillkoping.se", "Webbplatsen är helt förenlig med lagen.", Grade.FULL),
        ("sv", "Tillgänglighetsredogörelse", "Den är delvis förenlig med DOS-lagen.", Grade.PARTIAL),
        ("sv-SE", "Tillgänglighetsredogörelse", "Den är inte förenlig med lagen.", Grade.NONE),
        ("en", "Accessibility statement", "It is partly compatible with the act.", Grade.PARTIAL),
        ("en-GB", "Accessibility of this website", "It is non-compliant with the act.", Grade.NONE),
        ("de", "Erklärung zur Barrierefreiheit", "Sie ist vollständig mit dem Gesetz vereinbar.", Grade.FULL),
        ("de", "Barrierefreiheitserklärung", "Sie ist nicht mit der Norm vereinbar.", Grade.NONE),
    ],
)
def test_a_grade_is_read(language: str, title: str, text: str, grade: Grade) -> None:
    statement = read(language, title, text)
    assert statement is not None
    assert statement.grades.given is grade
    assert statement.grades.named == {grade}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("sv", "Ny tillgänglighetsredogörelse", "Den är delvis förenlig med lagen."),
        ("sv", "Tillgänglighet för rullstol", "Ramper finns vid alla entréer."),
        ("fi", "Saavutettavuusseloste", "Sivusto täyttää vaatimukset osittain."),
        ("", "Tillgänglighetsredogörelse", "Den är delvis förenlig med lagen."),
    ],
)
def test_what_only_speaks_of_accessibility_is_no_statement(language: str, title: str, text: str) -> None:
    assert read(language, title, text) is None


@pytest.mark.parametrize(
    ("language", "title", "text", "expected"),
    [
        (
            "sv",
            "Tillgänglighetsredogörelse, delvis förenlig",
            "Senaste bedömningen gjordes den 3 mars 2026. Redogörelsen uppdaterades senast 2026-03-07.",
            {("2026-03-03", Part.ASSESSED), ("2026-03-07", Part.UPDATED)},
        ),
        (
            "en",
            "Accessibility statement (compliance)",
            "This statement was prepared on 7 March 2026. The website was tested on 3 March 2026.",
            {("2026-03-07", Part.UPDATED), ("2026-03-03", Part.ASSESSED)},
        ),
        (
            "de",
            "Erklärung zur Barrierefreiheit (Vereinbarkeit: vereinbar)",
            "Am 3. März 2026 wurde die Website geprüft.",
            {("2026-03-03", Part.ASSESSED)},
        ),
    ],
)
def test_a_date_is_what_the_words_beside_it_say(
    language: str, title: str, text: str, expected: set[tuple[str, Part]]
) -> None:
    statement = read(language, title, text)
    assert statement is not None
    assert {(dated.day, dated.part) for dated in statement.dated} == expected


def test_a_statement_of_nothing_but_dates_is_read_in_time() -> None:
    statement = read("sv", "Tillgänglighetsredogörelse, delvis förenlig", "bedömning 2026-03-03 " * 50_000)
    assert statement is not None
    assert statement.dated


@pytest.mark.parametrize(
    ("language", "title", "text", "reporting", "listing"),
    [
        (
            "sv",
            "Tillgänglighetsredogörelse",
            "Den är delvis förenlig med lagen.",
            "Rapportera brister i webbplatsens tillgänglighet",
            "Brister som vi känner till",
        ),
        (
            "en",
            "Accessibility statement",
            "It is partially compliant.",
            "Reporting accessibility problems with this website",
            "Known problems",
        ),
        (
            "de",
            "Erklärung zur Barrierefreiheit",
            "Sie ist teilweise vereinbar.",
            "Mängel bei der Barrierefreiheit melden",
            "Bekannte Mängel",
        ),
    ],
)
def test_where_faults_are_reported_they_are_not_listed(
    language: str, title: str, text: str, reporting: str, listing: str
) -> None:
    without = read(language, title, text, f"<h2>{reporting}</h2>")
    with_list = read(language, title, text, f"<h2>{reporting}</h2><h2>{listing}</h2>")

    assert without is not None
    assert with_list is not None
    assert Part.FEEDBACK in without.parts
    assert with_list.parts - without.parts == {Part.CONTENT}


def test_the_grade_that_a_statement_gives_is_the_first_that_stands_alone() -> None:
    statement = read("sv", "Tillgänglighetsredogörelse", "Den är helt förenlig.", "Den var delvis förenlig.")
    undecided = read("sv", "Tillgänglighetsredogörelse", "Den är helt förenlig eller delvis förenlig.")

    assert statement is not None
    assert undecided is not None
    assert (statement.grades.given, undecided.grades.given) == (Grade.FULL, None)
    assert statement.grades.named == undecided.grades.named == {Grade.FULL, Grade.PARTIAL}
