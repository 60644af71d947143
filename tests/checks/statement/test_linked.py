"""A page that has lost its link to the statement is told from a site whose start page alone has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.model import Outcome
from checks.registry import select

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

STATEMENT = (
    """<html lang="sv"><h1>Tillgänglighetsredogörelse</h1><p>Den är delvis förenlig med lagen.</p></html>"""
)
STATEMENTS = {
    "sv": STATEMENT,
    "de": '<html lang="de"><h1>Barrierefreiheitserklärung</h1><p>Sie ist teilweise vereinbar.</p></html>',
}
LINKED = '<html lang="sv"><footer><a href="redogorelse.html">Tillgänglighet</a></footer></html>'
BARE = '<html lang="sv"><p>Bygglov</p></html>'


@pytest.mark.parametrize(("linked", "expected"), [(9, ["bar.html"]), (3, [])])
def test_a_page_without_the_link_that_nearly_all_others_have_is_found(
    judged: Callable[..., Report], linked: int, expected: list[str]
) -> None:
    plain = {f"sida-{number}.html": BARE for number in range(9 - linked)}
    files = {f"lank-{number}.html": LINKED for number in range(linked - 1)}
    site = {"redogorelse.html": STATEMENT, "index.html": LINKED, "bar.html": BARE, **files, **plain}

    report = judged(site, select(["statement-linked"]))

    assert [finding.place.location.path for finding in report.findings] == expected


def test_a_page_in_front_of_the_editions_belongs_to_none(judged: Callable[..., Report]) -> None:
    editions = {
        f"{tag}/{name}": text.replace('"sv"', f'"{tag}"')
        for tag in ("sv", "de")
        for name, text in {"redogorelse.html": STATEMENTS[tag], "a.html": LINKED, "b.html": LINKED}.items()
    }

    assert not judged({"index.html": BARE, **editions}, select(["statement-linked"])).findings
    assert judged({"bar.html": BARE, **editions}, select(["statement-linked"])).findings


@pytest.mark.parametrize(("address", "number"), [("tillganglighet.html", 1), ("bygglov.html", 0)])
def test_a_statement_that_pages_link_to_is_to_be_there(
    judged: Callable[..., Report], address: str, number: int
) -> None:
    page = f'<html lang="sv"><footer><a href="{address}">Tillgänglighet</a></footer></html>'
    site = {f"sida-{index}.html": page for index in range(6)}

    report = judged(site, select(["statement-present"]))

    assert [finding.outcome is Outcome.FAILED for finding in report.findings] == [bool(number)]
