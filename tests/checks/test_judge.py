from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

import pytest

from checks.dom.tree import Dom
from checks.gate import FailOn
from checks.judge import Options, judge
from checks.model import Gate, Outcome
from checks.registry import RULES, select
from checks.requirements import Standard
from checks.subjects import CatalogFile, Inputs, Site, gather
from pipeline.errors import CatalogError, DefectError, TolkbarError
from pipeline.model import Location, Policy, Trace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checks.model import Report

TITLE = "<title>Bygglov i Arboga</title>"
GOOD = f"<!DOCTYPE html><html lang=sv>{TITLE}<main><h1>Bygglov</h1></main></html>"
CATALOG = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr ""\n'


def test_a_healthy_page_opens_the_gate(judged: Callable[..., Report]) -> None:
    report = judged({"index.html": GOOD})
    assert report.gate is Gate.OPEN
    assert not [finding for finding in report.findings if finding.outcome is Outcome.FAILED]


def test_what_was_judged_is_counted(judged: Callable[..., Report]) -> None:
    report = judged(
        {"index.html": GOOD, "a.xhtml": GOOD, "b.svg": "<svg/>", "p.pdf": b"%PDF-1.7", "de.po": CATALOG}
    )
    assert report.subjects == {"pages": 2, "images": 1, "documents": 1, "catalogs": 1}


def test_outcomes_are_kept_by_subject_and_rule(judged: Callable[..., Report]) -> None:
    outcomes = judged({"index.html": GOOD, "de.po": CATALOG}).outcomes

    assert outcomes["index.html"]["page-title"] is Outcome.PASSED
    assert outcomes["index.html"]["image-alternative"] is Outcome.INAPPLICABLE
    assert outcomes["index.html"]["link-target"] is Outcome.INAPPLICABLE
    assert outcomes["de.po"]["catalog-complete"] is Outcome.FAILED
    assert outcomes["de.po"]["placeholders"] is Outcome.INAPPLICABLE


def test_findings_come_in_the_order_of_files_and_lines_whatever_found_them(
    judged: Callable[..., Report],
) -> None:
    files = {"b.html": "<html>\n<a href=x></a>", "a.html": "<html>", "a.po": CATALOG}
    places = [finding.place.location for finding in judged(files).findings]
    assert places == sorted(places)
    assert {place.path for place in places} == set(files)


def test_a_finding_leads_to_the_line_that_people_edit(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(GOOD.replace(TITLE, ""))
    trace = Trace("index.1", None, Location("source/pages/index.md", 3))
    report = judge(Inputs((Site(tmp_path),)), select(["page-title"]), trace=lambda _: trace)
    assert [str(finding.edit) for finding in report.findings] == ["source/pages/index.md:3"]


def test_a_language_that_may_be_published_half_done_needs_no_complete_catalog(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(CATALOG)
    states = {
        policy: judge(Inputs(catalogs=(CatalogFile("de.po", tmp_path / "de.po", policy),)), RULES).gate
        for policy in Policy
    }
    assert states == {Policy.BLOCK: Gate.CLOSED, Policy.FALLBACK: Gate.OPEN, Policy.OMIT: Gate.OPEN}


def test_options_decide_what_closes_the_gate_and_by_which_standard(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<html>")
    options = Options(Standard.EN301549_4_1_1, FailOn.NEVER)
    report = judge(gather([tmp_path]), RULES, options)
    assert (report.gate, report.standard, report.outcomes) == (Gate.OPEN, Standard.EN301549_4_1_1, {})
    assert report.findings


def test_progress_hears_each_subject(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(GOOD)
    (tmp_path / "de.po").write_text(CATALOG)
    heard: list[str] = []
    judge(gather([tmp_path]), RULES, progress=heard.append)
    assert heard == ["index.html", "de.po"]


def test_a_page_that_disappears_while_the_site_is_read_is_left_out(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(GOOD + '<a href="b.html#x">b</a>')
    report = judge(
        gather([tmp_path]),
        RULES,
        progress=lambda path: (tmp_path / "b.html").unlink() if path == "b.html" else None,
    )
    assert report.subjects["pages"] == 1


def test_a_document_that_disappears_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(GOOD)
    (tmp_path / "p.pdf").write_text("")
    report = judge(gather([tmp_path]), RULES, progress=lambda _: (tmp_path / "p.pdf").unlink(missing_ok=True))
    assert report.subjects["documents"] == 0


def test_a_named_file_that_disappears_stops_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(GOOD)
    inputs = gather([tmp_path / "a.html"])
    (tmp_path / "a.html").unlink()
    with pytest.raises(TolkbarError, match=r"a\.html:1: The file has disappeared"):
        judge(inputs, RULES)


def test_names_that_are_not_utf_8_are_judged_and_shown(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"f\xf6r.html")).write_text("<html><a href='f%F6r.html'></a><a href='%FF'></a>")
    report = judge(gather([tmp_path]), select(["link-target"]))
    (finding,) = report.findings
    assert finding.place.location.path == "f\\xf6r.html"
    assert str(finding.message) == "%FF leads nowhere: there is no \\xff. Correct the address."


def test_a_damaged_catalog_stops_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "de.po").write_text(CATALOG + '\nmsgid "a"\nmsgstr "b"\n')
    with pytest.raises(CatalogError, match=r"de\.po:8"):
        judge(gather([tmp_path / "de.po"]), RULES)


def test_a_catalog_that_has_gone_stops_in_one_line(tmp_path: Path) -> None:
    inputs = Inputs(catalogs=(CatalogFile("de.po", tmp_path / "de.po"),))
    with pytest.raises(TolkbarError, match="No such file"):
        judge(inputs, RULES)


@pytest.mark.parametrize(
    ("broken", "name"),
    [
        ("checks.subjects.site.read_page", "index.html"),
        ("checks.subjects.facts.Memory.facts", "index.html"),
        ("checks.subjects.Catalog.read", "de.po"),
    ],
)
def test_a_file_whose_reading_breaks_is_named_and_not_judged(
    judged: Callable[..., Report], monkeypatch: pytest.MonkeyPatch, broken: str, name: str
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(broken, fault)
    with pytest.raises(DefectError) as stopped:
        judged({"index.html": GOOD, "de.po": CATALOG})

    assert str(stopped.value) == (
        f"{name}:1: Reading this broke (RecursionError), so nothing is decided. Report it with the file."
    )


def test_what_lies_as_deep_as_trees_go_is_asked_about(judged: Callable[..., Report]) -> None:
    style = "<style>div{max-height:1px;overflow:auto;opacity:.9}</style>"
    before = sys.getrecursionlimit()
    report = judged({"index.html": f"{GOOD}{style}{'<div>' * 1000}Djupt"})
    assert report.subjects["pages"] == 1
    assert sys.getrecursionlimit() == before


def test_judging_leaves_the_process_its_limit_of_calls(judged: Callable[..., Report]) -> None:
    limit = sys.getrecursionlimit()
    judged({"index.html": GOOD})
    assert sys.getrecursionlimit() == limit


def test_a_page_that_was_judged_is_not_kept_in_memory(tmp_path: Path) -> None:
    for number in range(6):
        menu = "".join(f"<a href={other}.html>Sida {other}</a> " for other in range(6))
        style = "<style>p{color:red}</style>"
        (tmp_path / f"{number}.html").write_text(f"{GOOD}{style}<nav>{menu}</nav><h2>Mer</h2><p>{number}")
    left: list[int] = []

    def count(_: str) -> None:
        left.append(sum(isinstance(one, Dom) for one in gc.get_objects()))

    gc.collect()
    gc.disable()  # what Python collects by itself, and when, is no promise
    try:
        judge(gather([tmp_path]), RULES, progress=count)
    finally:
        gc.enable()
    assert left == left[:1] * 6


def test_a_run_with_very_many_findings_lists_some_and_counts_the_others(
    judged: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checks.ledger.LISTED", 3)
    pages = {f"{number}.html": GOOD.replace("</main>", "<img src=1.html></main>") for number in range(1, 6)}
    report = judged(pages, select(["image-alternative"]))

    assert report.gate is Gate.CLOSED
    assert [finding.place.location.path for finding in report.findings] == [
        *("1.html", "2.html", "3.html"),
        "5.html",
    ]
    assert str(report.findings[-1].message) == "2 more like this are not listed. Mend these first."


def test_what_is_not_listed_closes_the_gate_all_the_same(
    judged: Callable[..., Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checks.ledger.LISTED", 0)
    assert judged({"index.html": GOOD.replace(TITLE, "")}, select(["page-title"])).gate is Gate.CLOSED
