"""``tolkbar check --cluster``: the command is the same, and so is what it says, whoever judges."""

from __future__ import annotations

import sys
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from checks.hearing import crew
from checks.hearing.elsewhere import Elsewhere
from tests.machines import Processes
from tests.tolkbar.faults import DEAD_LINK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from checks.hearing import Hands
    from tests.tolkbar.conftest import PublishedSite
    from tests.tolkbar.faults import Run

PAGE = '<!DOCTYPE html><html><title>Sida {0}</title><a href="{1:02}.html#x">Nästa</a><img src=a.png>'
SCHEDULER = "--cluster=tcp://scheduler.example:8786"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a site with faults on its pages and among them."""
    root = tmp_path / "site"
    root.mkdir()
    for number in range(30):
        (root / f"{number:02}.html").write_text(PAGE.format(number, number + 1), "utf-8")
    return root


@pytest.fixture
def archive(folder: Path) -> str:
    """Return the address of the same site in an archive file."""
    with zipfile.ZipFile(folder.parent / "a.zip", "w") as file:
        for path in folder.iterdir():
            file.write(path, path.name)
    return f"zip://::file://{folder.parent}/a.zip"


@pytest.fixture
def _four(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let four processes stand where a cluster's workers would."""

    @contextmanager
    def four(_address: str, _say: object) -> Iterator[Hands]:
        with Processes(4) as processes:
            yield Elsewhere(processes)

    monkeypatch.setattr("tolkbar.cluster.cluster", four)
    monkeypatch.setattr(crew, "LOT", 300)


@pytest.mark.usefixtures("_four")
@pytest.mark.parametrize("form", ["json", "jsonl", "text"])
def test_the_report_is_that_of_this_machine(folder: Path, run: Run, form: str) -> None:
    here = run("check", folder, "--format", form, "--no-cache")
    assert here.status == 1
    assert run("check", folder, "--format", form, SCHEDULER) == here


@pytest.mark.usefixtures("_four")
def test_the_report_on_an_archive_file_is_that_on_the_folder(folder: Path, archive: str, run: Run) -> None:
    here = run("check", folder, "--format=jsonl", "--no-cache")
    assert run("check", archive, "--format=jsonl", SCHEDULER) == here


@pytest.mark.usefixtures("_four")
def test_the_own_site_is_judged_elsewhere_too(site: PublishedSite, run: Run) -> None:
    site.edit(*DEAD_LINK)
    here = run("check", "--site", site.root, "--format=json")
    assert here.status == 1
    assert run("check", "--site", site.root, "--format=json", SCHEDULER) == here


def test_without_dask_one_line_says_what_to_install(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    outcome = run("check", folder, SCHEDULER)
    assert (outcome.status, outcome.out) == (2, "")
    assert (
        outcome.err == "tolkbar: --cluster needs Dask. Install tolkbar[cluster], here and on the workers.\n"
    )


def test_without_fsspec_one_line_says_what_to_install(
    archive: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fsspec", None)
    outcome = run("check", archive)
    assert (outcome.status, outcome.out) == (2, "")
    assert outcome.err == f"tolkbar: {archive}:1: Addresses are read by fsspec. Install tolkbar[cluster].\n"


@pytest.mark.parametrize("address", ["", "scheduler.example", "tcp://", "tcp://a b"])
def test_what_is_no_address_of_a_scheduler_is_refused(folder: Path, run: Run, address: str) -> None:
    outcome = run("check", folder, "--cluster", address)
    assert (outcome.status, outcome.out) == (2, "")
    assert "--cluster cannot be" in outcome.err


def test_catalogs_at_an_address_are_said_to_be_left_out(archive: str, run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "a") as file:
        file.writestr("de/index.po", 'msgid ""\nmsgstr ""\n')
    assert run("check", archive).err == (
        "Catalogs at an address were not checked. Check them where they lie on a disk.\n"
    )
