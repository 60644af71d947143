"""What pages say to one another may lie on the disk; the report is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.hearing import Court
from checks.hearing.filed import FiledFacts
from checks.judge import Options, judge
from checks.registry import RULES
from checks.subjects import Inputs, Site

if TYPE_CHECKING:
    from pathlib import Path

    from checks.subjects.facts import Facts

PAGE = (
    '<!DOCTYPE html><html lang="{0}"><title>Sida {1}</title><link rel=alternate hreflang=en href=b.html>'
    '<a href="sida-{2}.html#x">Nästa</a><a href="/p.pdf">Plan (pdf)</a><p id="x{1}">0500-12 34 {1:02}'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site with all kinds of faults among its pages."""
    (tmp_path / "en").mkdir()
    for number in range(12):
        folder = ("", "en/")[number % 2]
        text = PAGE.format("sven"[number % 2 * 2 :][:2], number, number + 3)
        (tmp_path / f"{folder}sida-{number}.html").write_text(text, "utf-8")
    (tmp_path / "index.html").write_text(PAGE.format("sv", 99, 0), "utf-8")
    return tmp_path


@pytest.fixture
def facts(folder: Path) -> dict[str, Facts]:
    """Return what its pages say, in an order that is not that of their names."""
    site = Site(folder)
    court = Court(RULES, (site,))
    pages = {path: site.read(path) for path in reversed(site.page_paths)}
    found = {path: court.sites[0].facts_of(page, path) for path, page in pages.items() if page}
    return {**found, "\udcff.html": found["index.html"]._replace(path="\udcff.html")}


def test_the_report_is_the_same_wherever_the_facts_are(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_memory = judge(Inputs((Site(folder),)), RULES, Options(outcomes=True))
    monkeypatch.setattr("checks.judge.FILED", 12)
    site = Site(folder)
    assert judge(Inputs((site,)), RULES, Options(outcomes=True)) == in_memory
    assert isinstance(site.pages, FiledFacts)
    assert {"orphan-page", "link-target", "link-fragment"} & {one.rule.id for one in in_memory.findings}


@pytest.fixture
def filed(facts: dict[str, Facts]) -> FiledFacts:
    """Return them filed."""
    found = FiledFacts()
    for each in facts.values():
        found.add(each)
    return found


def test_the_report_is_the_same_however_little_is_remembered_of_where_addresses_lead(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = judge(Inputs((Site(folder),)), RULES)
    for room in ("arrivals", "ways"):
        monkeypatch.setattr(f"checks.subjects.{room}.KEPT", 2)
    assert judge(Inputs((Site(folder),)), RULES) == expected


def test_it_is_a_mapping_as_any(filed: FiledFacts, facts: dict[str, Facts]) -> None:
    assert list(filed) == list(facts)
    assert list(filed.items()) == list(facts.items())
    assert list(filed.values()) == list(facts.values())
    assert (len(filed), filed.keys()) == (len(facts), facts.keys())
    assert filed == facts
    assert all(path in filed and filed[path] == filed.get(path) == found for path, found in facts.items())


def test_what_is_filed_anew_takes_the_place_of_what_was(filed: FiledFacts, facts: dict[str, Facts]) -> None:
    assert filed["index.html"].language == "sv"
    filed.add(facts["index.html"]._replace(language="en"))
    assert filed["index.html"].language == "en"


def test_a_page_that_was_never_filed_is_not_known(filed: FiledFacts) -> None:
    assert "index.htm" not in filed
    with pytest.raises(KeyError):
        filed["index.htm"]


def test_what_is_announced_is_filed_at_once(facts: dict[str, Facts]) -> None:
    filed = FiledFacts()
    filed.announce("index.html", lambda: facts["index.html"])
    assert filed["index.html"] == facts["index.html"]
