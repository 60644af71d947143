"""What all commands have in common: which site they work on, and how they say what cannot be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from pipeline.errors import DefectError
from tolkbar import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_the_site_is_this_folder_unless_another_is_named(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    site.edit("source/pages/index.md", "![En häst]", "![Hästen]")
    elsewhere = run(command, "--site", site.root)
    before = run("--site", site.root, command)
    monkeypatch.chdir(site.root)
    here = run(command)

    assert elsewhere.status == before.status == here.status
    assert before.out == here.out == elsewhere.out


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_a_folder_that_is_no_site_is_refused_with_what_to_do(tmp_path: Path, run: Run, command: str) -> None:
    complaint = run(command, "--site", tmp_path).complaint

    assert "There is no file source/site.toml" in complaint
    assert "--site" in complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_a_second_run_waits_for_no_one_and_touches_nothing(
    site: PublishedSite, run: Run, command: str
) -> None:
    before = site.kept()
    with FileLock(site.root / ".tolkbar/lock"):
        outcome = run(command, "--site", site.root)

    assert "Another run of tolkbar is working on this site." in outcome.complaint
    assert site.kept() == before


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "COMMAND is missing"),
        (["bygg"], "COMMAND cannot be 'bygg'"),
        (["check", "--format", "xml"], "--format cannot be 'xml'"),
        (["check", "--format"], "--format needs a value"),
        (["check", "--form", "json"], "there is no option --form"),
        (["check", "--language", "fi"], "--language cannot be 'fi'"),
        (["--language"], "--language needs a value"),
        (["publish", "page.html"], "there is no option page.html"),
        (["check", "--jobs", "0"], "--jobs cannot be 0; it can be 1 to 500"),
        (["serve", "--port", "x"], "--port cannot be x; it can be 0 to 65535"),
        (["check", "--rule", "page-titel"], "There is no rule or family page-titel. There is: page-title"),
        (["check", "--rule", "xyz"], "There is no rule xyz. Copy its name from a report, as page-title."),
        (["check", "--family", "xyz"], "There is no rule or family xyz. There is: accessibility, contacts, "),
        (["check", "--output", "source"], "source: Is a directory. Name a file in this folder."),
        (["check", "--output", "a", "--output", "b"], "Give a --format for every --output."),
        (
            ["check", "--format=text", "--format=json", "--format=html", "--output=a", "--output=b"],
            "Give a --format for every --output.",
        ),
        (["check", "nowhere"], "nowhere:1: There is no such file or folder."),
        (["check", "brev\0"], "No file can have such a name."),
        (["check", "source/site.toml"], "source/site.toml:1: It is nothing that can be judged."),
        (["check", "source/templates/none"], "There is no such file or folder."),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], complaint: str
) -> None:
    monkeypatch.chdir(site.root)

    assert complaint in run(*arguments).complaint


def test_a_folder_with_nothing_to_judge_opens_no_gate(tmp_path: Path, run: Run) -> None:
    assert "holds no page, document or catalog" in run("check", tmp_path).complaint


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"tolkbar {__version__}\n"


@pytest.mark.parametrize("command", ["check", "publish"])
def test_a_rule_that_breaks_is_named_with_the_page_and_nothing_passes(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    def fault(*_: object) -> None:
        raise RecursionError

    before = site.kept()
    monkeypatch.setattr("checks.accessibility.names.link_name.LinkName.expectation", fault)
    outcome = run(command, "--site", site.root, "--format", "json")

    assert "index.html:1: The rule link-name broke here (RecursionError), so nothing is decided." in (
        outcome.complaint
    )
    assert outcome.out == ""
    assert site.kept() == before
    monkeypatch.setenv("TOLKBAR_TRACEBACK", "1")
    with pytest.raises(DefectError):
        run(command, "--site", site.root)


def test_a_fault_of_the_tool_is_one_line_too(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("tolkbar.work.extract", fault)
    assert "This should not happen (ZeroDivisionError)." in run("extract", "--site", site.root).complaint
    monkeypatch.setenv("TOLKBAR_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        run("extract", "--site", site.root)
