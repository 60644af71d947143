"""The campaign repeats itself, watches its worker, and sees faults; a few mutants run with every test."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from checks.documents import Library
from tests.mutations import __main__ as campaign
from tests.mutations import documents
from tests.mutations.breed import mutant, parents
from tests.mutations.worker import BREEDS, judge_folder, write

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", BREEDS)
def test_a_mutant_is_the_same_in_every_run(kind: str) -> None:
    assert BREEDS[kind](1, 7) == BREEDS[kind](1, 7)
    assert BREEDS[kind](1, 7) != BREEDS[kind](2, 7)


def test_mutants_come_from_all_examples_and_editions() -> None:
    assert len(parents()) > 100
    assert any("Västerås" in page or "Kontakt" in page for page in parents())


def test_documents_are_mutated_as_they_are_and_laid_open() -> None:
    packed = {b"/FlateDecode" in parent for parent in documents.parents() if len(parent) > 10_000}
    assert packed == {True, False}


@pytest.mark.parametrize("kind", BREEDS)
def test_some_mutants_are_judged_with_every_run_of_the_tests(tmp_path: Path, kind: str) -> None:
    with Library() as library:
        for number in range(100):
            folder = tmp_path / str(number)
            write(folder, BREEDS[kind](0, number))
            judge_folder(folder, library)


def test_mutants_can_be_kept(tmp_path: Path) -> None:
    assert campaign.main(["--first=3", "--count=2", f"--keep={tmp_path}"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["3", "4"]
    assert (tmp_path / "3" / "b.css").read_bytes() == mutant(1, 3)["b.css"]


def test_a_worker_that_ends_well_has_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert campaign.main(["--count=1"]) == 0
    assert "1 mutants of seed 1 judged (pages), 0 at fault." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("import sys; print(5, flush=True); raise ValueError('at work')", "ValueError: at work"),
        ("import time; print(5, flush=True); time.sleep(60)", "not judged within 2 seconds"),
        ("import os; print(5, flush=True); os.abort()", "status -6"),
    ],
)
def test_a_fault_is_named_with_its_mutant(monkeypatch: pytest.MonkeyPatch, program: str, what: str) -> None:
    monkeypatch.setattr(campaign, "command", lambda *_: [sys.executable, "-c", program])
    fault = campaign.watch("pages", 1, 0, 9, seconds=2)
    assert fault is not None
    assert (fault.number, fault.what) == (5, what)


def test_the_campaign_goes_on_behind_a_fault(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = iter([campaign.Fault(4, "MemoryError"), None])
    asked: list[int] = []

    def watch(_kind: str, _seed: int, first: int, _end: int, _seconds: float) -> campaign.Fault | None:
        asked.append(first)
        return next(faults)

    monkeypatch.setattr(campaign, "watch", watch)
    assert campaign.main(["--count=9"]) == 1
    assert asked == [0, 5]
    assert "seed 1, mutant 4: MemoryError" in capsys.readouterr().out
