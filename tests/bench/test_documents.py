"""The benchmark of documents compares work that was done, on documents of which it is known what is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from bench import documents
from bench.document_writing import report, write_reports
from bench.documents import Judged, corpus, judged, on_corpus, rows
from bench.documents_once import JUDGES, main
from bench.measure import BenchmarkError
from checks.specimens import specimen

if TYPE_CHECKING:
    from pathlib import Path

SOUND, FAULTY = "7.1-t01-pass-a.pdf", "7.1-t01-fail-a.pdf"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    heap = tmp_path / "pdf" / "corpus"
    heap.mkdir(parents=True)
    (heap / SOUND).write_bytes(specimen())
    (heap / FAULTY).write_bytes(specimen("catalog /MarkInfo null"))
    monkeypatch.setenv("TOLKBAR_PDF", str(tmp_path / "pdf"))
    return heap


def test_a_program_judges_each_document_of_a_heap(folder: Path) -> None:
    ours = judged("tolkbar", folder)
    assert ours.reported == {FAULTY}
    assert str(ours) == "1 of 1 found, 0 wrong (1.00/1.00)"
    assert 0 < ours.middle <= ours.slowest
    assert ours.memory > 1024**2


def test_who_reports_everything_is_told_to_be_wrong() -> None:
    seconds = {"7.1-t01-fail-a.pdf": 1.0, "7.1-t01-fail-b.pdf": 2.0, "7.1-t01-pass-a.pdf": 3.0}
    everything = Judged(seconds, frozenset(seconds), 1)
    assert str(everything) == "2 of 2 found, 1 wrong (0.67/1.00)"
    assert str(Judged(seconds, frozenset(), 1)) == "0 of 2 found, 0 wrong (1.00/0.00)"
    assert everything.middle == 2


def test_peers_are_measured_on_the_same_documents(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heaps = {
        "tolkbar": Judged({FAULTY: 0.01, SOUND: 0.01}, frozenset({FAULTY}), 1),
        "outloud": Judged({FAULTY: 0.02, SOUND: 0.02}, frozenset({FAULTY, SOUND}), 1),
    }
    monkeypatch.setattr("bench.documents.JUDGES", dict.fromkeys(heaps))
    monkeypatch.setattr(documents, "judged", lambda program, _: heaps[program])
    found, faster = [*on_corpus(folder)][-2:]
    assert found.peer == "outloud 1 of 1 found, 1 wrong (0.50/1.00)"
    assert (faster.ratio, faster.holds) == (0.5, True)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("peer", ["page-validation", "pdfua", "outloud"])
def test_a_peer_that_is_missing_is_named_with_how_to_get_it(
    peer: str, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bench.documents_once.import_module", _missing)
    assert main(peer, str(folder)) == 2
    assert capsys.readouterr().err == f"{peer} is missing: python -m pip install {peer}\n"


def _missing(name: str) -> object:
    raise ImportError(name)


def test_what_raises_has_reported_something(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuses(path: Path) -> bool:
        if path.name == FAULTY:
            raise ValueError
        return False

    monkeypatch.setitem(JUDGES, "tolkbar", lambda: refuses)
    assert main("tolkbar", str(folder)) == 0
    said = json.loads(capsys.readouterr().out)
    assert {name: reported for name, (_, reported) in said["judged"].items()} == {FAULTY: True, SOUND: False}


def test_what_is_missing_is_told_and_the_rest_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TOLKBAR_PDF", str(tmp_path))
    monkeypatch.setattr("bench.document_writing.import_module", _missing)
    assert rows(tmp_path / "work", seed=1) == []
    assert capsys.readouterr().err.splitlines() == [
        f"bench documents: {tmp_path} holds no corpus/; TOLKBAR_PDF can name another folder",
        "bench documents: typst is missing: python -m pip install typst",
    ]
    with pytest.raises(BenchmarkError, match="holds no corpus"):
        corpus()


def test_a_sound_report_that_is_reported_stops_the_comparison(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = Judged({"rapport-0.pdf": 0.1}, frozenset({"rapport-0.pdf"}), 1)
    monkeypatch.setattr(documents, "judged", lambda *_: said)
    with pytest.raises(BenchmarkError, match="reports 1 of 1 sound reports"):
        [*documents.on_reports(folder)]


def test_the_same_seed_writes_the_same_reports() -> None:
    assert report(3, 1) == report(3, 1)
    assert report(3, 1) != report(4, 1)


def test_reports_are_tagged_and_sound(tmp_path: Path) -> None:
    pytest.importorskip("typst")
    write_reports(tmp_path, 2, seed=3)
    assert judged("tolkbar", tmp_path).reported == frozenset()
