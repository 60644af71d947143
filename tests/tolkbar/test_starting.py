"""A new site publishes at once, under any name, and its people and hosts find what they need beside it."""

from __future__ import annotations

import json
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.support import files_below
from tolkbar import __version__
from tolkbar.starting import ROOT
from tolkbar.verdicts import OWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.tolkbar.conftest import Outcome

    Run = Callable[..., Outcome]


@pytest.fixture
def new(tmp_path: Path, run: Run) -> Path:
    root = tmp_path / "webb"
    assert (
        run(
            "init", root, "--name", "Lillköpings kommun", "--address", "https://ny.lillkoping.example/"
        ).status
        == 0
    )
    return root


def findings(run: Run, root: Path) -> list[str]:
    outcome = run("check", "--site", root, "--format", "json")
    return [
        f"{one['rule']}: {one['message']}"
        for one in json.loads(outcome.out)["findings"]
        if one["outcome"] == "failed"
    ]


def test_a_new_site_publishes_at_once_and_nothing_is_found_in_it(new: Path, run: Run) -> None:
    assert run("publish", "--site", new).status == 0
    assert {path.name for path in (new / "output").iterdir()} >= {"sv", "en", "de"}
    assert findings(run, new) == []


@pytest.mark.parametrize(
    "name", ["Västerås stad", "Region Gotland", "Östra Göinge (nya webben)", "Kommun-Info 24"]
)
def test_any_name_will_do(tmp_path: Path, run: Run, name: str) -> None:
    assert run("init", tmp_path, "--name", name).status == 0
    assert findings(run, tmp_path) == []
    assert tomllib.loads((tmp_path / "source" / "site.toml").read_text("utf-8"))["name"] == name


def test_its_catalogs_follow_its_source(new: Path, run: Run) -> None:
    before = {path: content for path, content in files_below(new / "locales").items() if path.endswith(".po")}
    run("extract", "--site", new)
    after = {path: content for path, content in files_below(new / "locales").items() if path.endswith(".po")}
    assert after == before


def test_no_mark_is_left_unfilled(new: Path) -> None:
    for path, content in files_below(new).items():
        text = content.decode()
        assert not any(mark in text for mark in ("@DA", "@VERSION", "Exempelkommun", "tolkbar.example")), path


def test_its_hosts_judge_each_change_with_this_version(new: Path) -> None:
    for name in (".github/workflows/tolkbar.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"):
        text = (new / name).read_text("utf-8")
        assert f"tolkbar=={__version__}" in text
        assert "tolkbar publish" in text


def test_its_hosts_get_each_report_in_the_file_they_look_into(
    new: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(new)
    for name in (".github/workflows/tolkbar.yml", ".gitlab-ci.yml"):
        words = (new / name).read_text("utf-8").partition("tolkbar publish")[2]
        outcome = run("publish", *words.partition("\n      - uses")[0].partition("\n  cache")[0].split())
        assert "For a person to judge" in outcome.out, name

    assert json.loads((new / "findings.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (new / "findings.xml").read_text("utf-8").startswith("<?xml")
    assert (new / "report.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_its_hosts_keep_from_run_to_run_what_was_found(new: Path) -> None:
    for name in (".github/workflows/tolkbar.yml", ".gitlab-ci.yml"):
        assert OWN in (new / name).read_text("utf-8"), name


def test_weblate_is_told_of_every_catalog(new: Path) -> None:
    masks = {one["filemask"] for one in json.loads((new / "weblate.json").read_text("utf-8"))}
    catalogs = {path.relative_to(new).as_posix() for path in (new / "locales" / "de").rglob("*.po")}
    assert masks == {path.replace("/de/", "/*/") for path in catalogs}


def test_it_looks_as_the_site_in_the_repository(new: Path) -> None:
    for folder in ("source/templates", "source/assets"):
        assert files_below(new / folder) == files_below(ROOT / folder)


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("--name", "<b>"), "Write letters, digits and spaces."),
        (("--address", "kommun.example"), "--address cannot be kommun.example"),
    ],
)
def test_what_cannot_be_is_said_in_one_line(
    tmp_path: Path, run: Run, arguments: tuple[str, ...], complaint: str
) -> None:
    assert complaint in run("init", tmp_path / "webb", *arguments).complaint
    assert not (tmp_path / "webb").exists()


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path, run: Run) -> None:
    (tmp_path / "brev.txt").write_text("Hej", "utf-8")
    assert "holds other things" in run("init", tmp_path).complaint
    assert [path.name for path in tmp_path.iterdir()] == ["brev.txt"]


def test_an_empty_repository_will_do(tmp_path: Path, run: Run) -> None:
    (tmp_path / ".git").mkdir()
    assert run("init", tmp_path).status == 0
