"""Addresses made to be slow, huge or impossible are judged like all others, and come to an end."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from checks.links import RULES

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.model import Report

    Judged = Callable[..., Report]

MANY = 20_000
LISTED = 1001  # findings of one rule, the last of which stands for the rest
LONG = "x" * 1_000_000


def found(report: Report) -> set[str]:
    return {finding.rule.id for finding in report.findings}


@pytest.mark.parametrize(
    ("address", "rule"),
    [
        (LONG, "link-target"),
        (f"/{LONG}", "link-target"),
        (f"#{LONG}", "link-fragment"),
        (f"http://{LONG}", "link-address"),
        (f"http://[{LONG}", "link-address"),
        (f"http://x:{'9' * 1_000_000}", "link-address"),
        (f"%{LONG}", "link-encoding"),
        ("../" * 300_000 + "x", "link-outside-site"),
        ("%2e%2e/" * 140_000 + "x", "link-outside-site"),
        ("a/" * 300_000, "link-target"),
        ("%E5" * 300_000, "link-target"),
        ("%25" * 300_000, "link-target"),
        ("%00", "link-target"),
        ("%ff", "link-target"),
        ("\x01\x02a\tb\nc", "link-target"),
        ("http://%00", "link-address"),
        ("http://a\x00b", "link-address"),
        ("http://\ud800", "link-address"),
        ("#\ud800", "link-fragment"),
        ("http://x:٣", "link-address"),
        ("//", "link-address"),
    ],
)
def test_an_impossible_address_is_a_finding(judged: Judged, address: str, rule: str) -> None:
    page = f'<a href="{address}">x</a>'.encode("utf-8", "surrogatepass")
    assert found(judged({"index.html": page}, RULES)) == {rule}


@pytest.mark.parametrize(
    "address", [f"javascript:{LONG}", f"data:,{LONG}", f"mailto:{LONG}", f"?{LONG}", "blob:"]
)
def test_what_is_nothing_to_fetch_is_nothing_to_judge(judged: Judged, address: str) -> None:
    assert found(judged({"index.html": f'<a href="{address}">x</a>'}, RULES)) == set()


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f'<img alt="" srcset="{"a.png 1x, " * MANY}">', id="a srcset that repeats itself"),
        pytest.param(
            f'<img alt="" srcset="{", ".join(f"{number}.png 1x" for number in range(MANY))}">',
            id="a long srcset",
        ),
        pytest.param(f"<style>{'a{background:url(x.png)}' * MANY}</style>", id="a long embedded sheet"),
        pytest.param("<a href=x>x</a>" * 20_000, id="the same address"),
        pytest.param(
            "".join(f"<p id=a{n}><a href=#b{n}>x</a>" for n in range(20_000)), id="places on one page"
        ),
    ],
)
def test_a_page_of_countless_faults_lists_the_first(judged: Judged, page: str) -> None:
    assert len(judged({"index.html": page}, RULES).findings) == LISTED


@pytest.mark.parametrize(
    "sheet",
    [
        *(
            "url(" * MANY,
            'url("' * MANY,
            "url(\\" * MANY,
            "/*" * MANY,
            "@import " * MANY,
            "@namespace " * MANY,
        ),
        *('"\\' * MANY, "'" + "\\'" * MANY, 'url("' + '\\"url(' * MANY, f"url({' ' * MANY}", "\n" * MANY),
    ],
)
def test_a_sheet_that_never_comes_to_its_point_has_no_address(judged: Judged, sheet: str) -> None:
    files = {"index.html": "<link rel=stylesheet href=a.css>", "a.css": sheet}
    assert found(judged(files, RULES)) == set()


def test_a_sheet_of_countless_addresses_lists_the_first(judged: Judged) -> None:
    files = {"index.html": "<link rel=stylesheet href=a.css>", "a.css": "a{background:url(x.png)}\n" * MANY}
    assert len(judged(files, RULES).findings) == LISTED


@pytest.mark.parametrize(
    "manifest", ["[" * MANY, '{"icons":' * MANY, '"\\' * MANY, '"' + '\\"' * MANY + "\\", "\x00"]
)
def test_a_manifest_of_nonsense_has_no_address(judged: Judged, manifest: str) -> None:
    files = {"index.html": "<link rel=manifest href=a.json>", "a.json": manifest}
    assert found(judged(files, RULES)) == set()


def bomb() -> str:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))
    return f'<!DOCTYPE urlset [<!ENTITY a0 "x">{entities}]><urlset><url><loc>&a19;</loc></url></urlset>'


@pytest.mark.parametrize(
    ("name", "sitemap", "message"),
    [
        ("sitemap.xml", bomb().encode(), "declares entities"),
        (
            "sitemap.xml",
            b'<!DOCTYPE u [<!ENTITY % p SYSTEM "file:///etc/hosts"> %p;]><urlset/>',
            "declares entities",
        ),
        ("sitemap.xml", b"<urlset>" + b"<url><loc>/</loc></url>" * 60_000, "more than 50000 entries"),
        ("sitemap.xml", b"<a>" * MANY, "cannot be read from here on"),
        ("sitemap.xml", b"\xff\xfe\x00", "cannot be read from here on"),
        ("sitemap.xml", b'<?xml version="1.0" encoding="nobody-has-it"?><urlset/>', "encoding is unknown"),
        ("sitemap.xml.gz", gzip.compress(b" " * 60_000_000), "larger than 50 MB"),
        ("sitemap.xml.gz", b"\x1f\x8b" + b"x" * 100, "cannot be read from here on"),
    ],
)
def test_a_sitemap_that_cannot_be_read_says_why(
    judged: Judged, name: str, sitemap: bytes, message: str
) -> None:
    report = judged({"index.html": "", name: sitemap}, RULES)
    assert any(message in str(finding.message) for finding in report.findings)
    assert found(report) == {"sitemap-target"}


def test_pages_that_send_on_in_a_circle_come_to_an_end(judged: Judged) -> None:
    pages = {
        f"{name}.html": f'<meta http-equiv="refresh" content="0; url={to}.html">' for name, to in ("ab", "ba")
    }
    assert found(judged({**pages, "index.html": '<a href="a.html#x">A</a>'}, RULES)) == set()
