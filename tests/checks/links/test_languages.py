"""A link that leaves the reader's language is a fault only where there was no need, and nobody said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.links import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

EDITIONS = {f"{language}/{page}.html" for language in ("sv", "de") for page in ("index", "kontakt")}


def page(language: str, body: str = "", head: str = "") -> str:
    return f'<html lang="{language}"><head>{head}</head><body>{body}</body></html>'


def site(link: str, language: str = "de") -> dict[str, str]:
    """Return a site in two languages with ``link`` on a German page."""
    pages = {path: page(path[:2]) for path in sorted(EDITIONS)}
    return pages | {"de/kontakt.html": page(language, link)}


def found(report: Report) -> list[str]:
    return [one.rule.id for one in report.findings if one.rule.id not in {"orphan-page", "unreferenced-file"}]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/sv/index.html">Start</a>',
        '<a href="../sv/">Zur Startseite</a>',
        '<a href="/sv/" lang="de">Start</a>',
        '<a href="/sv/"><img src="data:," alt="Start"></a>',
        '<map><area href="/sv/" alt="Start"></map>',
    ],
)
def test_a_link_to_the_wrong_edition_is_a_fault(judged: Judged, link: str) -> None:
    assert found(judged(site(link), RULES)) == ["link-edition"]


@pytest.mark.parametrize(
    "link",
    [
        '<a href="/sv/" hreflang="sv-SE">Start</a>',
        '<a href="/sv/" lang="sv">Start</a>',
        '<a href="/sv/"><span lang="sv">Till startsidan</span></a>',
        '<a href="/sv/">Svenska</a>',
        '<a href="/sv/">SV</a>',
        '<a href="/sv/">Startseite (Schwedisch)</a>',
        '<a href="/sv/">Start page (in Swedish)</a>',
        '<a href="/sv/" aria-label="Auf Schwedisch lesen">…</a>',
        '<a href="/sv/"><img src="data:," alt="Svenska"></a>',
        '<a href="/sv/kontakt.html">Dieselbe Seite</a>',  # its own other edition
    ],
)
def test_a_change_of_language_that_is_meant_is_none(judged: Judged, link: str) -> None:
    assert found(judged(site(link), RULES)) == []


def test_another_variety_of_the_same_language_is_the_same_edition(judged: Judged) -> None:
    pages = site('<a href="/sv/">Start</a>') | {"sv/index.html": page("de-AT")}
    assert found(judged(pages, RULES)) == []


def test_what_a_page_announces_says_more_than_its_folder(judged: Judged) -> None:
    alternate = '<link rel="alternate" hreflang="de" href="/de/willkommen.html">'
    pages = site('<a href="/sv/">Start</a>') | {"sv/index.html": page("sv", head=alternate)}
    report = judged(pages | {"de/willkommen.html": page("de")}, RULES)
    (finding,) = (one for one in report.findings if one.rule.id == "link-edition")
    assert "though de/willkommen.html is in the language of this page" in str(finding.message)


def test_a_page_that_is_in_no_language_leads_anywhere(judged: Judged) -> None:
    assert found(judged(site('<a href="/sv/">Start</a>', language=""), RULES)) == []


@pytest.mark.parametrize(
    ("language", "label", "stated"),
    [
        ("sv", "Policy - in English (policyn på engelska)", "en"),
        ("sv", "Grundlagen für internationale Arbeit - in Deutsch", "de"),
        ("sv", "Policyn auf Deutsch", "de"),
        ("en", "Policy (in Swedish)", "sv"),
        ("de", "Leitlinien (auf Schwedisch)", "sv"),
        ("sv", "Policyn på svenska", ""),
        ("sv", "Policyn på svenska och engelska", ""),
        ("en", "Policy in English, Swedish and German", ""),
        ("en", "Guide for people born in Finland", ""),
    ],
)
def test_a_document_is_in_the_language_that_its_link_names(
    judged: Judged, language: str, label: str, stated: str
) -> None:
    files = {"index.html": page(language, f'<a href="a.pdf">{label}</a>'), "a.pdf": "%PDF-1.7"}
    said = [str(one.message) for one in judged(files, RULES).findings if one.rule.id == "download-language"]
    assert [f'hreflang="{stated}"' in sentence for sentence in said] == ([True] if stated else [])
