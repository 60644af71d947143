"""``tolkbar check``: what is judged, by which rules, and where the report goes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.support import pdf
from tests.tolkbar.faults import DEAD_LINK
from tolkbar import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome, PublishedSite
    from tests.tolkbar.faults import Run


def report(outcome: Outcome) -> dict[str, Any]:
    """Return the JSON report that a run wrote."""
    content = json.loads(outcome.out)
    assert isinstance(content, dict)
    return content


def test_check_opens_the_gate_for_a_site_in_good_order(site: PublishedSite, run: Run) -> None:
    outcome = run("check", "--site", site.root)

    assert outcome.status == 0
    assert "The gate is open" in outcome.out
    assert outcome.err == ""


def test_check_closes_the_gate_and_names_the_line_to_edit(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit(*DEAD_LINK)
    outcome = run("check", "--site", site.root)

    assert outcome.status == 1
    assert outcome.out.startswith("source/pages/index.md\n")
    assert f"\n  {site.line(*DEAD_LINK[::2])}: " in outcome.out
    assert site.published() == before


def test_check_judges_a_folder_that_another_tool_built(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.html").write_text('<!DOCTYPE html><html lang="sv"><title>A</title><h1>A</h1>', "utf-8")
    outcome = run("check", tmp_path)

    assert outcome.status == 1
    assert "a.html" in outcome.out
    assert "page-main" in outcome.out


@pytest.mark.parametrize(
    ("path", "subject"),
    [
        ("output/sv/index.html", "pages"),
        ("output/sv/documents/policy.pdf", "documents"),
        ("locales/en/LC_MESSAGES/index.po", "catalogs"),
        ("locales/templates/index.pot", "catalogs"),
    ],
)
def test_check_judges_a_single_file(site: PublishedSite, run: Run, path: str, subject: str) -> None:
    judged = report(run("check", site.root / path, "--format", "json"))

    assert judged["gate"] == "open"
    assert judged["subjects"][subject] == 1


@pytest.mark.parametrize(("name", "content"), [("tom.pdf", pdf()), ("tom.svg", b"<svg/>")])
def test_check_takes_a_file_that_lies_alone(tmp_path: Path, run: Run, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)

    assert run("check", tmp_path / name).status == 0


def test_the_json_report_has_what_others_hold_on_to(site: PublishedSite, run: Run) -> None:
    site.edit(*DEAD_LINK)
    written = report(run("check", "--site", site.root, "--format", "json"))

    assert written["tolkbar"] == __version__
    assert written["gate"] == "closed"
    assert written["standard"] == "en301549-3.2.1"
    assert written["subjects"].keys() >= {"pages", "documents", "catalogs"}
    found = [finding for finding in written["findings"] if finding["outcome"] == "failed"]
    assert [finding["path"] for finding in found] == [
        "de/index.html", "en/index.html", "sv/index.html",
    ]  # fmt: skip
    for finding in found:
        assert finding["rule"] == "link-fragment"
        assert finding["trace"]["source"] == {"path": DEAD_LINK[0], "line": site.line(*DEAD_LINK[::2])}
        assert finding["waiver"] is None
    assert "outcomes" not in written
    assert {rule["id"] for rule in written["rules"]} >= {"link-fragment", "page-title"}


def test_equal_input_gives_equal_bytes_in_json(site: PublishedSite, run: Run) -> None:
    site.edit(*DEAD_LINK)
    arguments = ("check", "--site", site.root, "--format", "json", "--outcomes")

    assert run(*arguments).out == run(*arguments).out


def test_outcomes_are_added_when_asked_for(site: PublishedSite, run: Run) -> None:
    written = report(run("check", "--site", site.root, "--format", "json", "--outcomes"))

    assert written["outcomes"]["sv/index.html"]["image-alternative"] == "passed"
    assert written["outcomes"]["sv/kontakt.html"]["image-alternative"] == "inapplicable"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["--rule", "page-title"], 0),
        (["--rule", "page-title", "--rule", "link-fragment"], 1),
        (["--family", "accessibility"], 0),
        (["--family", "links"], 1),
        (["--skip", "link-fragment"], 0),
        (["--fail-on", "never"], 0),
        (["--standard", "en301549-4.1.1"], 1),
    ],
)
def test_check_judges_by_the_rules_that_were_asked_for(
    site: PublishedSite, run: Run, arguments: list[str], status: int
) -> None:
    site.edit(*DEAD_LINK)

    assert run("check", "--site", site.root, *arguments).status == status


def test_an_advisory_finding_closes_the_gate_only_when_asked_to(site: PublishedSite, run: Run) -> None:
    site.write("source/images/ingen.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")

    assert run("check", "--site", site.root).status == 0
    assert run("check", "--site", site.root, "--fail-on", "advisory").status == 1


def test_reports_go_to_files_in_pairs_and_the_last_to_standard_output(
    site: PublishedSite, run: Run, tmp_path: Path
) -> None:
    site.edit(*DEAD_LINK)
    files = tmp_path / "report.json", tmp_path / "reports/github.txt"
    pairs = ["--format=json", f"--output={files[0]}", "--format=github", f"--output={files[1]}"]
    outcome = run("check", "--site", site.root, *pairs, "--format=text")

    assert outcome.status == 1
    assert json.loads(files[0].read_text("utf-8"))["gate"] == "closed"
    assert files[1].read_text("utf-8").startswith("::error file=source/pages/index.md,line=")
    assert "The gate is closed." in outcome.out
    assert "::error" not in outcome.out


_HTML, _XML, _TEXT = "<!DOC", "<?xml", "For a"


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ("--format text --format html --output a", {"a": _HTML, "": _TEXT}),
        (
            "--format text --format junit --output a --format html --output b",
            {"a": _XML, "b": _HTML, "": _TEXT},
        ),
        ("--format junit --format html --output a --output b", {"a": _XML, "b": _HTML, "": ""}),
        ("--output a --format junit --format text", {"a": _XML, "": _TEXT}),
        ("--output a", {"a": _TEXT, "": ""}),
    ],
)
def test_a_report_goes_to_the_file_named_after_its_form(
    site: PublishedSite, run: Run, tmp_path: Path, pairs: str, expected: dict[str, str]
) -> None:
    places = {name: tmp_path / name for name in "ab"}
    arguments = [str(places.get(word, word)) for word in pairs.split()]
    outcome = run("check", "--site", site.root, *arguments)

    begins = {name: path.read_text("utf-8").lstrip()[:5] for name, path in places.items() if path.exists()}
    assert begins | {"": outcome.out.lstrip()[:5]} == expected


@pytest.mark.parametrize(
    ("workspace", "expected"),
    [(".", "webb/public/index.html"), ("webb", "public/index.html"), ("elsewhere", "index.html")],
)
def test_a_code_host_is_told_the_file_from_where_it_looks(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, workspace: str, expected: str
) -> None:
    public = tmp_path / "webb" / "public"
    public.mkdir(parents=True)
    (public / "index.html").write_text("<p>Hej", "utf-8")
    monkeypatch.chdir(public.parent)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path / workspace))

    assert f"::error file={expected},line=1," in run("check", "public", "--format", "github").out
    sarif = json.loads(run("check", "public", "--format", "sarif").out)["runs"][0]["results"][0]
    assert sarif["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == expected
    assert run("check", "public").out.startswith("index.html\n")


def test_without_a_code_host_files_are_told_from_the_working_folder(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit(*DEAD_LINK)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(site.root.parent)

    out = run("check", "--site", site.root.name, "--format", "github").out
    assert out.startswith(f"::error file={site.root.name}/source/pages/index.md,line=")


def test_github_is_told_where_a_page_that_cannot_be_made_is_to_be_mended(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.edit("source/pages/index.md", "(kontakt.md", "(kontakten.md")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(site.root.parent))
    outcome = run("publish", "--site", site.root, "--format", "text", "--format", "github")

    assert outcome.status == 2
    assert outcome.out.startswith(f"::error file={site.root.name}/source/pages/index.md,line=")
    assert run("publish", "--site", site.root, "--format", "text").out == ""


def test_a_report_may_be_written_through_a_link(site: PublishedSite, run: Run, tmp_path: Path) -> None:
    link = tmp_path / "latest.json"
    link.symlink_to(tmp_path / "monday.json")

    assert run("check", "--site", site.root, "--format", "json", "--output", link).status == 0
    assert link.is_symlink()
    assert (tmp_path / "monday.json").is_file()


def test_a_report_that_cannot_be_written_stops_the_publishing(site: PublishedSite, run: Run) -> None:
    before = site.published()
    site.edit("source/pages/kontakt.md", "](../contacts.toml#charlotta)", "](../contacts.toml#charlotta)\n")
    outcome = run("publish", "--site", site.root, "--format", "json", "--output", site.root / "source")

    assert "source" in outcome.complaint
    assert site.published() == before
