"""``tolkbar check --format jsonl``: a finding a line, written while pages are judged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run

BROKEN = "<html><img src=a.png><p>Hej"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site with faults, and a document that is none."""
    for name in ("a.html", "b/c.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(BROKEN, "utf-8")
    (tmp_path / "site" / "d.pdf").write_bytes(b"%PDF-")
    return tmp_path / "site"


def lines(text: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Return the findings of a report, and what its last line says."""
    *findings, last = map(json.loads, text.splitlines())
    return findings, last


def order(finding: dict[str, Any]) -> str:
    """Return what findings are sorted by here."""
    return json.dumps(finding, sort_keys=True)


def test_the_lines_are_the_findings_of_the_json_report(folder: Path, run: Run) -> None:
    whole = json.loads(run("check", folder, "--format", "json").out)
    outcome = run("check", folder, "--format", "jsonl")
    findings, last = lines(outcome.out)
    assert outcome.status == 1
    assert sorted(findings, key=order) == sorted(whole["findings"], key=order)
    assert last["findings"] == len(findings) > 5
    assert {name: last[name] for name in ("tolkbar", "gate", "standard", "subjects", "verdicts")} == {
        name: whole[name] for name in ("tolkbar", "gate", "standard", "subjects", "verdicts")
    }
    assert [rule["id"] for rule in last["rules"]] == [rule["id"] for rule in whole["rules"]]
    counted = {rule["id"]: rule["failed"] + rule["cannotTell"] for rule in last["rules"]}
    assert counted["image-alternative"] == 2
    assert sum(counted.values()) == len(findings)


def test_pages_come_in_their_order_whatever_the_number_of_processes(folder: Path, run: Run) -> None:
    one, three = (run("check", folder, "--format=jsonl", f"--jobs={jobs}").out for jobs in (1, 3))
    assert one == three
    paths = [finding["path"] for finding in lines(one)[0]]
    assert paths.index("a.html") < paths.index("b/c.html")


def test_the_lines_go_to_a_file(folder: Path, tmp_path: Path, run: Run) -> None:
    shown = run("check", folder, "--format", "jsonl")
    outcome = run("check", folder, "--format", "jsonl", "--output", tmp_path / "found.jsonl")
    assert (outcome.status, outcome.out) == (1, "")
    assert (tmp_path / "found.jsonl").read_text("utf-8") == shown.out


def test_a_report_that_was_cut_short_lacks_its_last_line(folder: Path, tmp_path: Path, run: Run) -> None:
    (folder / "z.po").write_bytes(b"\xff\xfe is no catalog")
    outcome = run("check", folder, "--format", "jsonl", "--output", tmp_path / "found.jsonl")
    assert outcome.status == 2
    assert all(
        "gate" not in json.loads(line) for line in (tmp_path / "found.jsonl").read_bytes().splitlines()
    )


def test_beside_other_forms_the_lines_are_in_the_order_of_the_report(
    folder: Path, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "found.json"
    outcome = run("check", folder, "--format=json", f"--output={file}", "--format=jsonl")
    assert lines(outcome.out)[0] == json.loads(file.read_text("utf-8"))["findings"]


def test_the_own_site_has_lines_too(site: PublishedSite, run: Run) -> None:
    findings, last = lines(run("check", "--site", site.root, "--format", "jsonl").out)
    assert last["gate"] == "open"
    assert last["findings"] == len(findings)
