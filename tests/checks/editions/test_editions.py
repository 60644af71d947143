"""Editions are found by what pages announce or by their folders, and compared where they can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.model import Outcome
from checks.registry import select

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checks.model import Report

RULES = select(families=["editions"])
HEADS = "".join(f"<h2>{number}</h2><p>…</p>" for number in range(3))
SWEDISH = f"""<html lang="sv"><body><nav><a href="a.html">A</a> <a href="b.html">B</a></nav>
<main><h1>Bygglov</h1><img src="karta.png" alt="">{HEADS}
<ul><li>ritning</li><li>karta</li></ul><p><a href="avgift.html">Avgift</a></p></main></body></html>"""
GERMAN = SWEDISH.replace('lang="sv"', 'lang="de"')


def found(report: Report) -> set[str]:
    """Return the rules with a failed verdict."""
    return {finding.rule.id for finding in report.findings if finding.outcome is Outcome.FAILED}


def in_folders(german: str, **others: str) -> Mapping[str, str]:
    """Return a site whose editions are told apart by their folders alone."""
    return {"sv/bygglov.html": SWEDISH, "de/bygglov.html": german, **others}


def test_pages_of_one_name_in_the_folders_of_two_languages_are_editions(
    judged: Callable[..., Report],
) -> None:
    assert found(judged(in_folders(GERMAN), RULES)) == set()
    assert found(judged(in_folders(GERMAN.replace("<li>karta</li>", "")), RULES)) == {"edition-lists"}


def test_a_page_in_the_root_is_an_edition_of_its_namesake_in_the_folder_of_another_language(
    judged: Callable[..., Report],
) -> None:
    german = GERMAN.replace('<img src="karta.png" alt="">', "")
    assert found(judged({"bygglov.html": SWEDISH, "de/bygglov.html": german}, RULES)) == {"edition-images"}


@pytest.mark.parametrize("language", ["sv", "fr"])
def test_a_folder_that_is_not_named_after_the_language_of_its_pages_says_nothing(
    judged: Callable[..., Report], language: str
) -> None:
    other = GERMAN.replace('lang="de"', f'lang="{language}"').replace("<li>karta</li>", "")
    assert found(judged(in_folders(other), RULES)) == set()


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("<h2>1</h2>", "", "edition-outline"),
        ("<h2>1</h2>", "<h3>1</h3>", "edition-outline"),
        ('<img src="karta.png" alt="">', "", "edition-images"),
        ("<li>karta</li>", "", "edition-lists"),
        ('<a href="avgift.html">Avgift</a>', "Gebühr", "edition-links"),
    ],
)
def test_what_a_translation_has_lost_is_found_once(
    judged: Callable[..., Report], old: str, new: str, rule: str
) -> None:
    assert old in GERMAN
    assert found(judged(in_folders(GERMAN.replace(old, new)), RULES)) == {rule}


def test_a_shorter_menu_is_no_fault_of_a_site_that_promises_nothing(judged: Callable[..., Report]) -> None:
    shorter = GERMAN.replace(' <a href="b.html">B</a>', "")
    assert found(judged(in_folders(shorter), RULES)) == set()


def test_a_difference_stands_where_its_section_begins(judged: Callable[..., Report]) -> None:
    report = judged(in_folders(GERMAN.replace("<li>karta</li>", "")), RULES)
    (finding,) = report.findings
    assert finding.place.location.path == "de/bygglov.html"
    assert finding.place.selector is not None
    assert finding.place.selector.endswith("h2:nth-of-type(3)")


def test_an_announcement_is_missing_where_it_is_to_be_written(judged: Callable[..., Report]) -> None:
    swedish = (
        '<html lang="sv"><head>\n<link rel="alternate" hreflang="de" href="../de/a.html">\n</head></html>'
    )
    german = '<!doctype html>\n<html lang="de">\n<head><title>A</title></head></html>'
    others = german.replace("<title>", '\n<link rel="alternate" hreflang="en" href="../en/a.html"><title>')
    rules = select(["language-alternates"])

    def places(german: str) -> list[tuple[str, int]]:
        site = {"sv/a.html": swedish, "de/a.html": german, "en/a.html": '<html lang="en"></html>'}
        locations = [finding.place.location for finding in judged(site, rules).findings]
        return [(location.path, location.line) for location in locations]

    assert places(german) == [("de/a.html", 3)]
    assert places(others) == [("de/a.html", 4), ("en/a.html", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Hej {förnamn}!</p>", {"leftover-template"}),
        ("<p>{Tjänst}s redogörelse</p>", {"leftover-template"}),
        ("<p>Uppdaterad <em>&lt;datum&gt;</em></p>", {"leftover-template"}),
        ("<p>Den heter Q{uri}namn, eller get{pid,uid}, under /sida/{namn}</p>", set()),
        ("<p>Skriv --namn=&lt;namn&gt;, en <a href='a.html'>&lt;Date&gt;</a></p>", set()),
        ("<p>TODO</p>", {"filler-text"}),
        ("<p>TODO: skriv mer</p>", {"filler-text"}),
        ("<p>[TODO]</p>", {"filler-text"}),
        ("<h2>TODO lists</h2>", set()),
        ("<p>Mend the fault (see FIXME) in the text above, and read TODO.</p>", set()),
        ("<h2>The <code>_</code> Placeholder</h2>", set()),
        ("<h2>Placeholder</h2>", {"filler-text"}),
    ],
)
def test_what_is_left_to_fill_in_is_told_from_notation(
    judged: Callable[..., Report], text: str, expected: set[str]
) -> None:
    page = f'<html lang="en"><body><h1>A</h1>{text}</body></html>'
    assert found(judged({"a.html": page}, select(["leftover-template", "filler-text"]))) == expected


@pytest.mark.parametrize(
    ("english", "swedish", "number"), [(1, 3, 1), (1, 1, 1), (2, 1, 2), (6, 1, 0), (3, 0, 0)]
)
def test_foreign_paragraphs_are_found_unless_the_language_of_the_whole_is_wrong(
    judged: Callable[..., Report], english: int, swedish: int, number: int
) -> None:
    foreign = (
        "<p>This paragraph is written in English and has no mark at all, which is not good for anybody.</p>"
    )
    own = "<p>Vi arbetar för alla som bor i staden och vill att alla ska kunna läsa det som står här.</p>"
    page = f'<html lang="sv"><body>{foreign * english}{own * swedish}</body></html>'
    assert len(judged({"a.html": page}, select(["block-language"])).findings) == number


def test_links_that_changed_places_between_sections_are_found(judged: Callable[..., Report]) -> None:
    def site(german: str) -> dict[str, str]:
        body = "<main><h1>A</h1><h2>B</h2><p>{}</p><h2>C</h2><p>{}</p><h2>D</h2></main>"
        pages = {
            f"{tag}/{name}.html": f'<html lang="{tag}"><h1>{name}</h1></html>'
            for tag in ("sv", "de")
            for name in "xy"
        }
        links = [f'<a href="{name}.html">{name}</a>' for name in "xy"]
        ordered = links if german == "xy" else links[::-1]
        return {
            **pages,
            "sv/a.html": f'<html lang="sv">{body.format(*links)}</html>',
            "de/a.html": f'<html lang="de">{body.format(*ordered)}</html>',
        }

    rules = select(["edition-links"])
    assert judged(site("xy"), rules).findings == ()
    assert len(judged(site("yx"), rules).findings) == 2
