"""A finding names the line that holds the address: in a page, a sheet, a manifest, a sitemap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.links import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

URLSET = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def places(report: Report) -> list[str]:
    """Return each finding as ``path:line rule``, in order."""
    return [f"{finding.place.location} {finding.rule.id}" for finding in report.findings]


def test_an_address_stands_where_its_attribute_does(judged: Judged) -> None:
    page = '<p>\n<a class="x"\n   href="saknas.html">Saknas</a>'
    report = judged({"index.html": page}, RULES)
    (finding,) = report.findings
    assert (finding.place.location.line, finding.place.location.column) == (3, 4)
    assert finding.place.selector == "html > body > p > a"


def test_each_candidate_of_a_srcset_stands_on_its_own_line(judged: Judged) -> None:
    page = '<img src="1.png" alt="" srcset="1.png 1x,\n  2.png 2x,\n  22.png 3x,\n  2.png 4x">'
    report = judged({"index.html": page, "1.png": "", "22.png": ""}, RULES)
    assert places(report) == ["index.html:2 link-target", "index.html:4 link-target"]


def test_each_address_of_an_embedded_sheet_stands_on_its_own_line(judged: Judged) -> None:
    page = (
        "<title>x</title>\n<style>\n/* url(a.png) */\nh1 { background: url(a.png) }\n"
        "h2 { background:\n url('a.png') }</style>\n<p style='color: red;\n background: url(b.png)'>x"
    )
    report = judged({"index.html": page}, RULES)
    assert places(report) == [f"index.html:{line} link-target" for line in (4, 6, 8)]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_address_in_a_sheet_stands_on_the_sheets_line(judged: Judged, newline: str) -> None:
    sheet = newline.join(["\ufeff@charset 'utf-8';", "/* x", "*/ h1 {", " background: url( 'a.png' ) }"])
    report = judged({"index.html": "<link rel=stylesheet href=s/a.css>", "s/a.css": sheet.encode()}, RULES)
    assert places(report) == ["s/a.css:4 sheet-target"]


def test_a_sheet_is_read_in_its_own_charset(judged: Judged) -> None:
    sheet = '@charset "iso-8859-1";\nh1 { background: url(å.png) }\nh2 { background: url(ä.png) }'
    files = {"index.html": "<link rel=stylesheet href=a.css>", "a.css": sheet.encode("latin-1"), "å.png": ""}
    report = judged(files, RULES)
    assert places(report) == ["a.css:3 sheet-target"]


def test_an_address_in_a_manifest_stands_on_the_manifests_line(judged: Judged) -> None:
    icons = '{"src": "1.png"},\n  {"sizes": "9x9",\n   "src": "\\u0032.png"}'
    manifest = f'{{\n "start_url": "/",\n "icons": [\n  {icons}\n ]\n}}'
    page = '<link rel="manifest" href="app.json">'
    report = judged({"index.html": page, "app.json": manifest, "1.png": ""}, RULES)
    assert places(report) == ["app.json:6 manifest-target"]
    assert "2.png leads nowhere" in str(report.findings[0].message)


def test_an_address_in_a_sitemap_stands_on_the_sitemaps_line(judged: Judged) -> None:
    sitemap = (
        f'<?xml version="1.0"?>\n{URLSET} xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">\n'
        "<url>\n <loc>\n  https://x.example/a.html\n </loc>\n"
        " <image:image><image:loc>https://x.example/a.png</image:loc></image:image></url>\n</urlset>"
    )
    files = {"index.html": "", "sitemap.xml": sitemap}
    report = judged(files, RULES, settings='address = "https://x.example"')
    assert places(report) == ["sitemap.xml:5 sitemap-target", "sitemap.xml:7 sitemap-target"]


def test_a_sitemap_may_be_plain_text(judged: Judged) -> None:
    files = {"index.html": "", "sitemap.txt": "https://x.example/\n\nhttps://x.example/b.html\n"}
    report = judged(files, RULES, settings='address = "https://x.example"')
    assert places(report) == ["sitemap.txt:3 sitemap-target"]


def test_robots_names_its_sitemap_on_its_own_line(judged: Judged) -> None:
    files = {"index.html": "", "robots.txt": "User-agent: *\n\nsitemap:/sitemap.xml # https\n"}
    assert places(judged(files, RULES)) == ["robots.txt:3 sitemap-target"]
