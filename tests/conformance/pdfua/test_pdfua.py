"""The comparison with the corpus is itself compared: on outcomes written here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from checks.model import Outcome
from tests.conformance.pdfua.__main__ import main
from tests.conformance.pdfua.corpus import Sample, read_corpus
from tests.conformance.pdfua.scores import FLOOR, Summary, breaches, exceptions, scores, summary, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.conformance.pdfua.scores import Score

TESTS = {"7.2-3": "Tables hold rows", "7.3-1": "Figures have a text"}


class Rows:
    """A rule, as far as a score asks."""

    id = "pdf-rows"
    pdfua = ("7.2-3",)


@pytest.fixture
def found() -> Sequence[Score]:
    samples = [
        Sample(Path("7.2-t03-fail-a.pdf"), "7.2-3", conforms=False),
        Sample(Path("7.2-t03-fail-d.pdf"), "7.2-3", conforms=False),
        Sample(Path("7.3-t01-pass-a.pdf"), "7.3-1", conforms=True),
        Sample(Path("7.18.7-t01-fail-a.pdf"), "7.18.7-1", conforms=False),
    ]
    outcomes = {str(sample.file): {"pdf-rows": Outcome.PASSED} for sample in samples}
    outcomes["7.2-t03-fail-a.pdf"] = outcomes["7.3-t01-pass-a.pdf"] = {"pdf-rows": Outcome.FAILED}
    return scores(TESTS, samples, [Rows()], outcomes)  # type: ignore[list-item]


def test_a_document_counts_as_found_only_by_the_rule_for_its_test(found: Sequence[Score]) -> None:
    assert summary(found) == Summary(tests=3, covered=1, faulty=3, found=1, wrong=1)
    assert list(exceptions(found)) == [
        "missed: 7.2-3: 7.2-t03-fail-d.pdf",
        "wrong: 7.2-3: 7.3-t01-pass-a.pdf",
        "missed: 7.18.7-1: 7.18.7-t01-fail-a.pdf",
    ]


def test_the_table_has_a_line_for_each_test_of_the_profile_and_of_the_corpus(found: Sequence[Score]) -> None:
    tests = [line.split()[0] for line in table(found).splitlines()]
    assert tests == ["test", "7.2-3", "7.3-1", "7.18.7-1"]


def test_the_gate_closes_on_every_count_that_is_worse_than_the_floor(tmp_path: Path) -> None:
    floor = tmp_path / "floor.toml"
    floor.write_text("covered = 2\nfound = 2\nwrong = 0\n")
    assert list(breaches(Summary(3, 1, 3, 1, 1), floor)) == [
        "1 tests have a rule; there were 2.",
        "1 faulty documents are found; there were 2.",
        "1 sound documents are reported; there were 0.",
    ]
    assert not list(breaches(Summary(3, 2, 3, 2, 0), floor))


def test_a_document_with_a_misleading_name_counts_for_what_it_breaks(tmp_path: Path) -> None:
    entry = {"clause": "7.2", "test": 39, "description": "One caption"}
    (tmp_path / "pdfua1_rules.json").write_text(json.dumps([entry]))
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "7.2-t03-fail-b.pdf").touch()
    tests, samples = read_corpus(tmp_path)
    assert tests == {"7.2-39": "One caption"}
    assert [(sample.test, sample.conforms) for sample in samples] == [("7.2-39", False)]


def test_a_folder_without_a_corpus_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), f"--floor={FLOOR}"]) == 2
    assert "holds no pdfua1_rules.json" in capsys.readouterr().err
