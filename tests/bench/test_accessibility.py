"""The built site that rules are timed on: always the same, as large as promised, a fault on every page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from bench.accessibility_pages import RULES, SIZE, style_sheet, write_built_site
from bench.cost import Clocked, breakdown, cost
from checks.judge import judge
from checks.registry import find
from checks.subjects import Page, gather
from pipeline.page import read_page

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 4


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("bench") / "built"
    write_built_site(directory, PAGES, seed=3)
    return directory


def test_the_same_seed_writes_the_same_bytes(site: Path, tmp_path: Path) -> None:
    write_built_site(tmp_path / "again", PAGES, seed=3)
    write_built_site(tmp_path / "other", PAGES, seed=4)

    names = {path.name for path in site.iterdir()}
    assert names == {path.name for path in (tmp_path / "again").iterdir()}
    assert all((site / name).read_bytes() == (tmp_path / "again" / name).read_bytes() for name in names)
    assert (site / "index.html").read_bytes() != (tmp_path / "other" / "index.html").read_bytes()


def test_pages_are_as_large_as_promised_and_share_one_sheet(site: Path) -> None:
    for path in site.glob("*.html"):
        assert SIZE <= path.stat().st_size < 1.1 * SIZE
        sheets = read_page(path.read_bytes(), path.name).document.select("link[rel=stylesheet]")
        assert [sheet.attr("href") for sheet in sheets] == ["stil.css"]
    assert len(style_sheet(3).splitlines()) == RULES


def test_every_address_leads_somewhere(site: Path) -> None:
    report = judge(gather([site]), [find("link-target"), find("id-reference")])

    assert report.subjects["pages"] == PAGES
    assert [str(finding.message) for finding in report.findings] == []


def test_both_sides_have_a_fault_to_find_on_every_page(site: Path) -> None:
    report = judge(gather([site]), [find("image-alternative")])

    assert sorted(finding.place.location.path.rsplit("/")[-1] for finding in report.findings) == sorted(
        path.name for path in site.glob("*.html")
    )


def test_a_clocked_rule_judges_as_the_rule_does_and_counts_the_time() -> None:
    rule = find("image-alternative")
    page = Page.read(
        '<!DOCTYPE html><html lang="sv"><img src="a.svg"><img src="b.svg" alt="Karta">', "x.html"
    )
    clocked = Clocked(rule)

    verdicts = [clocked.expectation(target) for target in clocked.applicability(page)]

    assert verdicts == [rule.expectation(target) for target in rule.applicability(page)]
    assert (clocked.id, clocked.subject) == ("image-alternative", Page)
    assert clocked.seconds > 0


def test_the_breakdown_tells_the_time_of_families_and_of_the_dearest_rules(site: Path) -> None:
    families, dearest = breakdown(cost(site)).split("\n\n")

    assert "\naccessibility " in f"\n{families}"
    assert "reading, placing, reporting" in families
    times = [float(time) for time in re.findall(r"([\d.]+) CPU ms a page", dearest)]
    assert times == sorted(times, reverse=True)
    assert len(times) == len(dearest.strip().splitlines())
