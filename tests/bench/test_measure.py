"""What the benchmarks measure and how they say it; no test here depends on how fast a machine is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import __main__ as command
from bench.measure import BenchmarkError, Command, Row, cpu_seconds, in_turn, run
from bench.report import markdown, table
from bench.tools import program

HERE = Path(__file__).parent
WORK_IN_A_GRANDCHILD = """
import subprocess, sys
subprocess.run([sys.executable, "-c", "sum(range(8_000_000))"], check=True)
"""


def python(code: str) -> Command:
    return Command((sys.executable, "-c", code), HERE)


def test_the_work_of_a_grandchild_is_counted() -> None:
    assert cpu_seconds([python(WORK_IN_A_GRANDCHILD)]) > cpu_seconds([python("pass")])


def test_a_command_that_fails_is_named_with_its_last_words() -> None:
    with pytest.raises(BenchmarkError, match="ended with status 3: no such page"):
        run(python("import sys; print('no such page', file=sys.stderr); sys.exit(3)"))


def test_a_missing_tool_says_how_to_get_it() -> None:
    with pytest.raises(BenchmarkError, match="html9po is missing: python -m pip install it"):
        program("html9po", "python -m pip install it")


def test_measurements_take_turns_and_the_median_counts() -> None:
    calls: list[str] = []
    seconds = {"a": [9.0, 1.0, 2.0], "b": [4.0, 5.0, 60.0]}

    def measured(name: str, number: int) -> float:
        calls.append(name)
        return seconds[name][number]

    assert in_turn(lambda n: measured("a", n), lambda n: measured("b", n), 3) == (2.0, 5.0)
    assert calls == ["a", "b"] * 3


@pytest.mark.parametrize(
    ("ratio", "at_least", "holds"),
    [(0.5, False, True), (0.51, False, False), (0.5, True, True), (0.49, True, False)],
)
def test_a_bar_holds_on_its_right_side(ratio: float, at_least: bool, holds: bool) -> None:  # noqa: FBT001
    assert Row("x", "1", "2", ratio, 0.5, at_least=at_least).holds is holds


def test_what_is_only_reported_has_no_bar_to_hold() -> None:
    row = Row("publish", "0.9 s", "2 cores", 0.9, None)
    assert row.holds
    assert table([row]).splitlines()[1].split() == ["publish", "0.9", "s", "2", "cores", "–", "none", "–"]


def test_a_table_says_which_bars_do_not_hold() -> None:
    rows = [Row("assemble", "1.00 CPU s", "peer 4.00 CPU s", 0.25, 0.5), Row("merge", "3", "4", 0.75, 0.2)]
    assert [line.split()[-1] for line in table(rows).splitlines()] == ["holds?", "yes", "NO"]
    assert markdown(rows).splitlines()[2] == (
        "| assemble | 1.00 CPU s | peer 4.00 CPU s | 0.250 | at most 0.5 | yes |"
    )


def test_a_bar_that_does_not_hold_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(command.BENCHMARKS, "merge", lambda _: [Row("merge", "3 s", "4 s", 0.75, 0.2)])
    assert command.main(["merge"]) == 0
    assert "NO" in capsys.readouterr().out


def test_a_missing_tool_is_one_line_and_the_other_benchmarks_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(_: object) -> list[Row]:
        raise BenchmarkError("msgmerge is missing: apt-get install gettext")

    monkeypatch.setitem(command.BENCHMARKS, "merge", missing)
    monkeypatch.setitem(command.BENCHMARKS, "assemble", lambda _: [Row("assemble", "1 s", "4 s", 0.25, 0.5)])
    assert command.main(["merge", "assemble"]) == 2
    printed = capsys.readouterr()
    assert printed.err == "bench merge: msgmerge is missing: apt-get install gettext\n"
    assert "assemble" in printed.out


def test_an_unknown_benchmark_is_refused_with_the_known_names(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["asemble"])
    assert "there are assemble, unchanged, merge" in capsys.readouterr().err
