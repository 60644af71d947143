"""Signs of trouble in documents, in the ways that programs and people leave them; and what is no sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.pdf.advice import RULES
from checks.specimens import specimen

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

ELSEWHERE = {"pdf-short-text"}  # specimens are short


def told(judged: Judged, text: str) -> set[tuple[str, str]]:
    """Return the rules that find something in a specimen, with the outcomes."""
    report = judged({"a.pdf": specimen(text)}, RULES)
    found = {(finding.rule.id, finding.outcome.value) for finding in report.findings}
    return {one for one in found if one[0] not in ELSEWHERE}


def picture(alternative: str, *below: str) -> str:
    """Return a specimen with a picture."""
    lines = "".join(f"\n{line}" for line in below)
    return f'tags\n  Document\n    Figure /Alt ({alternative}) "Bild"{lines}'


def linked(text: str, contents: str = "") -> str:
    """Return a specimen with a link to another server."""
    described = f" /Contents ({contents})" if contents else ""
    action = "/A << /S /URI /URI (https://www.lillkoping.se/) >>"
    return (
        f"annotation /Subtype /Link{described} {action}\n"
        f'tags\n  Document\n    P\n      Link "{text}"\n        annotation 1'
    )


@pytest.mark.parametrize(
    "alternative", ["bild1.png", "IMG_0412", "DSC01234.JPG", "https://bild.se/a?id=1", "Karta 3.emf", "x.svg"]
)
def test_names_of_files_are_told_from_descriptions(judged: Judged, alternative: str) -> None:
    assert told(judged, picture(alternative)) == {("pdf-alternative-file-name", "failed")}


@pytest.mark.parametrize(
    "alternative", ["Bild", "bild 12", "image", "Graphic", "Abbildung", "Platshållare", "..."]
)
def test_a_word_for_picture_is_no_description(judged: Judged, alternative: str) -> None:
    assert told(judged, picture(alternative)) == {("pdf-alternative-descriptive", "failed")}


@pytest.mark.parametrize(
    "alternative",
    [
        "Karta över Lillköping med simhallen i norr.",
        "Lillköpings stads logotyp",
        "Skärmbild av e-tjänsten på lillkoping.se",
        "Foto: två barn läser.",
        "2024",
        "Formuläret finns på www.lillkoping.se",
    ],
)
def test_descriptions_are_left_alone(judged: Judged, alternative: str) -> None:
    assert told(judged, picture(alternative, '    Caption "Figur 1"')) == set()


def test_a_caption_belongs_to_the_picture_beside_it_only(judged: Judged) -> None:
    far = ('    P "Simhallen är öppen."', '    Caption "Simhallen"')
    assert told(judged, picture("Simhallen", *far)) == set()
    beside = ("    NonStruct", '      Caption "Simhallen"')
    assert told(judged, picture("Simhallen", *beside)) == {("pdf-alternative-caption", "failed")}


@pytest.mark.parametrize(
    "text", ["här", "Klicka här!", "läs mer", "hier", "click here", "»", "denna sida", "pdf"]
)
def test_links_that_say_nothing_are_found_unless_a_description_does(judged: Judged, text: str) -> None:
    assert told(judged, linked(text)) == {("pdf-link-descriptive", "failed")}
    assert told(judged, linked(text, "Läs mer")) == {("pdf-link-descriptive", "failed")}
    assert told(judged, linked(text, "Läs mer om simhallen")) == set()


@pytest.mark.parametrize(
    "text", ["Läs mer om simhallen", "www.lillkoping.se", "stad@lillkoping.se", "021-39 00 00", "1"]
)
def test_links_that_say_something_are_left_alone(judged: Judged, text: str) -> None:
    assert told(judged, linked(text)) == set()


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        (["• ett", "• två"], "failed"),
        (["- Sök lov", "- Vänta på svar", "- Börja bygga"], "failed"),
        (["- Kommer du?", "- Nej."], "cannotTell"),
        (["1) Sök lov", "2) Vänta"], "cannotTell"),
    ],
)
def test_typed_lists_are_found(judged: Judged, lines: list[str], outcome: str) -> None:
    paragraphs = "".join(f'\n    P "{line}"' for line in lines)
    assert told(judged, f"tags\n  Document{paragraphs}") == {("pdf-typed-list", outcome)}


@pytest.mark.parametrize(
    "lines",
    [
        ["• ett", "Och så vidare.", "• två"],  # apart
        ["3. Tredje stycket", "7. Sjunde"],  # not counted
        ["2026", "2027"],
        ["1. Mai", "2. Mai"],
        ["• ett"],
        ["Lillköpings stad • Box 1 • 123 45 Lillköping"],
    ],
)
def test_lines_that_are_no_list_are_left_alone(judged: Judged, lines: list[str]) -> None:
    paragraphs = "".join(f'\n    P "{line}"' for line in lines)
    assert told(judged, f"tags\n  Document{paragraphs}") == set()


def test_lines_in_cells_of_a_table_are_no_list(judged: Judged) -> None:
    cells = "\n".join(
        f'      TR\n        TH /A << /O /Table /Scope /Row >> "{n}"\n        TD\n          P "• {n}"'
        for n in "ab"
    )
    assert told(judged, f"tags\n  Document\n    Table\n{cells}") == set()
