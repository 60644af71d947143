"""Scores as people read them: the table, the cases that went another way, the sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.conformance.scores import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.conformance.scores import Answer, Score, Total

HEADER = ("ACT rule", "name", "ours", "cases", "grade", "W3C's measure")
_WIDEST = 60


def table(scores: Sequence[Score]) -> str:
    """Return one line for each ACT rule, in columns."""
    lines = [HEADER, *map(_cells, scores)]
    widths = [min(max(map(len, column)), _WIDEST) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)


def _cells(score: Score) -> tuple[str, ...]:
    name = score.name if len(score.name) <= _WIDEST else f"{score.name[: _WIDEST - 1]}…"
    ours = ", ".join(rule.id for rule in score.rules) or "–"
    return (score.act, name, ours, str(len(score.answers)), score.grade, score.consistency)


def exceptions(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a line for every case that is reported wrongly or not found by a rule of ours."""
    for score in scores:
        yield from (_line("wrong", answer) for answer in score.wrong)
        if score.rules:
            yield from (_line("missed", answer) for answer in score.missed)


def _line(what: str, answer: Answer) -> str:
    case = answer.case
    got = ", ".join(answer.outcomes.values()) or "nothing"
    return f"{what}: {case.act} {case.title}: {case.expected} expected, {got} reported: {case.path}"


def unlike(scores: Sequence[Score]) -> Iterator[str]:
    """Yield a line for every ACT rule whose success criteria ours do not share."""
    for score in scores:
        if score.rules and not score.has_its_requirements:
            theirs = sorted(score.answers[0].case.requirements)
            ours = sorted({criterion.number for rule in score.rules for criterion in rule.requirements})
            yield f"criteria: {score.act} {', '.join(theirs) or 'none'}; ours {', '.join(ours) or 'none'}"


def summary(total: Total) -> str:
    """Return the sums in three lines."""
    grades = ", ".join(f"{total.grades[grade]} {grade}" for grade in Grade)
    return (
        f"ACT rules: {grades}; complete by W3C's measure: {total.consistent}\n"
        f"Failed cases found: {total.found} of {total.failed}\n"
        f"Wrong reports: {total.wrong}"
    )
