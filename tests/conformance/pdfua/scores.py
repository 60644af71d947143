"""What the rules say about the corpus beside what it expects: for each test, and in all."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from checks.model import AnyRule
    from tests.conformance.pdfua.corpus import Sample

FLOOR = Path(__file__).with_name("floor.toml")
_WIDEST = 70
_HEADER = ("test", "ours", "found", "wrong", "what it asks")


class Score(NamedTuple):
    """One test: our rule for it, the faulty documents made for it, those found, sound ones reported."""

    test: str
    asks: str
    rules: tuple[str, ...]
    faulty: tuple[Path, ...]
    found: tuple[Path, ...]
    wrong: tuple[Path, ...]


class Summary(NamedTuple):
    """The sums: tests with a rule, faulty documents, those found, sound documents reported by any rule."""

    tests: int
    covered: int
    faulty: int
    found: int
    wrong: int

    def __str__(self) -> str:
        """Return them in three lines."""
        return (
            f"Tests with a rule: {self.covered} of {self.tests}\n"
            f"Faulty documents found by the rule for their test: {self.found} of {self.faulty}\n"
            f"Sound documents reported: {self.wrong}"
        )


def scores(
    tests: Mapping[str, str],
    samples: Sequence[Sample],
    rules: Collection[AnyRule],
    outcomes: Mapping[str, Mapping[str, Outcome]],
) -> list[Score]:
    """Return a score for each of ``tests``, and for those that only a document names."""
    failed = {
        path: {rule for rule, outcome in by_rule.items() if outcome is Outcome.FAILED}
        for path, by_rule in outcomes.items()
    }
    strangers = {sample.test: "not in the profile" for sample in samples if sample.test not in tests}
    found: list[Score] = []
    for test, asks in {**tests, **strangers}.items():
        ours = tuple(rule.id for rule in rules if test in rule.pdfua)
        reported = [sample for sample in samples if not failed.get(str(sample.file), set()).isdisjoint(ours)]
        faulty = tuple(sample.file for sample in samples if sample.test == test and not sample.conforms)
        found.append(
            Score(
                test, asks, ours, faulty,
                found=tuple(sample.file for sample in reported if sample.file in faulty),
                wrong=tuple(sample.file for sample in reported if sample.conforms),
            )
        )  # fmt: skip
    return found


def summary(found: Sequence[Score]) -> Summary:
    """Return the sums."""
    return Summary(
        tests=len(found),
        covered=sum(1 for score in found if score.rules),
        faulty=sum(len(score.faulty) for score in found),
        found=sum(len(score.found) for score in found),
        wrong=len({path for score in found for path in score.wrong}),
    )


def table(found: Sequence[Score]) -> str:
    """Return one line for each test, in columns."""
    lines = [_HEADER, *map(_cells, found)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _cells(score: Score) -> tuple[str, ...]:
    asks = score.asks if len(score.asks) <= _WIDEST else f"{score.asks[: _WIDEST - 1]}…"
    of = f"{len(score.found)} of {len(score.faulty)}" if score.faulty else "–"
    return (score.test, ", ".join(score.rules) or "–", of, str(len(score.wrong) or "–"), asks)


def exceptions(found: Sequence[Score]) -> Iterator[str]:
    """Yield a line for every document that is missed or reported wrongly."""
    for score in found:
        yield from (f"missed: {score.test}: {path.name}" for path in score.faulty if path not in score.found)
        yield from (f"wrong: {score.test}: {path.name}" for path in score.wrong)


def breaches(sums: Summary, floor: Path) -> Iterator[str]:
    """Yield a sentence for everything that is worse than the committed floor."""
    least = tomllib.loads(floor.read_text("utf-8"))
    if sums.covered < least["covered"]:
        yield f"{sums.covered} tests have a rule; there were {least['covered']}."
    if sums.found < least["found"]:
        yield f"{sums.found} faulty documents are found; there were {least['found']}."
    if sums.wrong > least["wrong"]:
        yield f"{sums.wrong} sound documents are reported; there were {least['wrong']}."
