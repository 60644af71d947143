"""Any folder of pages is a site: what its addresses mean is read off the pages themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.judge import judge
from checks.links import RULES
from checks.subjects import gather

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checks.model import Report

    Judged = Callable[..., Report]

CANONICAL = '<link rel="canonical" href="https://x.example{}">'


def faults(report: Report) -> list[str]:
    """Return each finding as ``path: rule``, without advice on files that nobody links to."""
    left_out = {"orphan-page", "unreferenced-file"}
    return [
        f"{one.place.location.path}: {one.rule.id}" for one in report.findings if one.rule.id not in left_out
    ]


def test_a_sites_own_server_is_known_by_what_most_of_its_pages_say(judged: Judged) -> None:
    files = {
        "index.html": CANONICAL.format("/stad/") + '<a href="https://x.example/stad/saknas.html">Saknas</a>',
        "a.html": CANONICAL.format("/stad/a.html"),
        "b.html": '<link rel="canonical" href="https://y.example/b.html">',
    }
    assert faults(judged(files, RULES)) == ["index.html: link-target"]


def test_a_sites_own_server_is_known_by_the_editions_that_a_page_announces(judged: Judged) -> None:
    page = (
        '<html lang="sv"><link rel="alternate" hreflang="sv" href="https://x.example/sv/">'
        '<a href="https://x.example/sv/saknas.html">Saknas</a>'
    )
    assert faults(judged({"sv/index.html": page}, RULES)) == ["sv/index.html: link-target"]


def test_a_sites_own_server_is_known_by_the_base_of_its_pages(judged: Judged) -> None:
    base = '<base href="https://x.example/stad/">'
    files = {"sv/index.html": f'{base}<a href="sv/saknas.html">Saknas</a>', "sv/a.html": base}
    assert faults(judged(files, RULES)) == ["sv/index.html: link-target"]


def test_the_canonical_address_of_another_host_is_not_judged(judged: Judged) -> None:
    files = {"index.html": '<link rel="canonical" href="https://www.vasteras.se/start">'}
    assert faults(judged(files, RULES)) == []


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("/sv/", []),
        ("./", ["de/index.html: link-target", "de/index.html: link-fragment"]),
        ("https://www.vasteras.se/", []),  # nothing here is on this site
        ("data:text/html,", ["de/index.html: link-target", "de/index.html: link-fragment"]),  # as browsers do
        ("", ["de/index.html: link-target", "de/index.html: link-fragment"]),
    ],
)
def test_every_address_of_a_page_is_relative_to_its_base(
    judged: Judged, base: str, expected: list[str]
) -> None:
    page = f'<base href="{base}"><a href="kontakt.html">Kontakt</a> <a href="#nytt">Nytt</a>'
    files = {"de/index.html": page, "sv/kontakt.html": "", "sv/index.html": '<h2 id="nytt">'}
    assert sorted(faults(judged(files, RULES))) == sorted(expected)


def test_only_the_first_base_counts(judged: Judged) -> None:
    page = '<base href="/sv/"><base href="/en/"><a href="kontakt.html">Kontakt</a>'
    assert faults(judged({"index.html": page, "sv/kontakt.html": ""}, RULES)) == []


def test_a_visitor_reaches_pages_through_frames_forms_maps_and_pages_that_send_on(judged: Judged) -> None:
    files = {
        "index.html": '<iframe src="a.html" title="A"></iframe><map><area href="b.html" alt="B"></map>',
        "a.html": '<form action="c.html"><button formaction="d.html">D</button></form>',
        "b.html": '<meta http-equiv="refresh" content="0; url=e.html">',
        **dict.fromkeys(("c.html", "d.html", "e.html", "f.html"), "<h1>x</h1>"),
    }
    report = judged(files, RULES)
    assert [one.place.location.path for one in report.findings if one.rule.id == "orphan-page"] == ["f.html"]


def test_a_site_without_a_front_page_has_no_orphans(judged: Judged) -> None:
    report = judged({"a.html": "", "b.html": ""}, RULES)
    assert report.outcomes["."]["orphan-page"] == "inapplicable"


def test_files_are_referred_to_by_sheets_manifests_and_metadata(judged: Judged) -> None:
    files = {
        "index.html": "<link href=a.css rel=stylesheet><link rel=manifest href=app.json>"
        '<meta property="og:image" content="og.png"><style>p{background:url(in.png)}</style>',
        "a.css": "@import 'b.css'; @font-face{src:url( \"t.woff2\" )}",
        "app.json": '{"icons": [{"src": "icon.png"}]}',
        **dict.fromkeys(("og.png", "in.png", "b.css", "t.woff2", "icon.png", "left.png"), ""),
    }
    report = judged(files, RULES)
    assert [one.place.location.path for one in report.findings] == ["left.png"]


def test_one_fault_is_told_by_one_rule(judged: Judged) -> None:
    page = "".join(
        f'<a href="{address}">x</a>'
        for address in (
            *(
                "saknas.html",
                "A.html",
                "fr%25C3%25A5gor.html",
                "100%.html",
                "../../x.html",
                "http://[",
                "C:\\x",
            ),
            *("a.html#x", "mapp/", "saknas%.html"),
        )
    )
    files = {"index.html": page, "a.html": "", "frågor.html": "", "100%.html": "", "mapp/x.txt": ""}
    report = judged(files, RULES)
    told = [one.place.selector for one in report.findings if one.place.selector]
    assert len(told) == len(set(told)) == 10


def test_a_page_judged_alone_says_nothing_of_what_it_cannot_know(tmp_path: Path) -> None:
    addresses = ("/x.html", "../x.html", "saknas.html", "b.html#x")
    page = "".join(f'<a href="{address}">x</a>' for address in addresses)
    (tmp_path / "a.html").write_text(page, "utf-8")
    (tmp_path / "b.html").write_text("", "utf-8")
    report = judge(gather([tmp_path / "a.html"]), RULES)
    assert [one.rule.id for one in report.findings] == ["link-target", "link-fragment"]


SCRIPT = '<script src="kod.js"></script>'


@pytest.mark.parametrize(
    ("address", "script", "number"),
    [
        ("kod.html#L1-L3", SCRIPT, 0),
        ("kod.html#L1-L3", "", 1),
        ("kod.html#L1-L4", SCRIPT, 1),
        ("kod.html#L1-3", SCRIPT, 1),
    ],
)
def test_lines_from_one_to_another_are_there_where_a_script_shows_them(
    judged: Judged, address: str, script: str, number: int
) -> None:
    lines = "".join(f'<a id="L{line}">{line}</a>' for line in range(1, 4))
    files = {"index.html": f'<a href="{address}">Kod</a>', "kod.html": f"{lines}{script}", "kod.js": ""}
    assert faults(judged(files, RULES)) == ["index.html: link-fragment"] * number
