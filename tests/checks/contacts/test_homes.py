"""A number without its country is at home where the site is, whatever language the page is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.registry import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

RULES = select(["phone-linked", "phone-editions"])


def said(report: Report) -> list[str]:
    return [str(finding.message) for finding in report.findings]


def page(language: str, body: str) -> str:
    return f'<html lang="{language}"><body><h1>A</h1>{body}</body></html>'


@pytest.mark.parametrize(
    ("body", "settings", "number"),
    [
        ("<p>021-39 26 36</p>", 'language = "sv"', "tel:+4621392636"),
        ("<p>021-39 26 36</p>", "", "tel:+4921392636"),
        ('<p>021-39 26 36</p><p><a hreflang="sv" href="sv.html">Svenska</a></p>', "", "tel:+4621392636"),
        ('<p>021-39 26 36</p><p><a href="tel:+4621390000">Zentrale</a></p>', "", "tel:+4621392636"),
    ],
    ids=["the site is Swedish", "nothing tells", "there is a Swedish edition", "another number is Swedish"],
)
def test_a_national_number_on_a_german_page(judged: Judged, body: str, settings: str, number: str) -> None:
    report = judged({"a.html": page("de", body)}, RULES, settings=settings)
    assert [number in sentence for sentence in said(report)] == [True]


def test_a_number_that_is_written_alike_in_two_editions_is_the_same(judged: Judged) -> None:
    link = '<p>Tel. <a href="tel:+46{}">021-39 26 36</a></p>'
    files = {"sv/a.html": page("sv", "<p>021-39 26 36</p>"), "de/a.html": page("de", "<p>021-39 26 36</p>")}
    assert said(judged(files, select(["phone-editions"]))) == []
    files = {
        "sv/a.html": page("sv", link.format("21392636")),
        "de/a.html": page("de", link.format("21392637")),
    }
    assert len(said(judged(files, select(["phone-editions"])))) == 1
