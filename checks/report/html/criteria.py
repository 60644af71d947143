"""What the rules say about each success criterion, and what they leave to a person."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checks.model import Outcome
from checks.requirements import CRITERIA, Chapter
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.model import Report
    from checks.requirements import Criterion
    from pipeline.model import Message


class Row(NamedTuple):
    """A criterion that the standard asks for: what was tested by machine, and what came of it.

    ``state`` is "failed", "review", "passed" or "untested".
    """

    number: str
    name: str
    clause: str
    rules: int
    state: str
    result: str


def criteria(report: Report, translate: Callable[[Message], str]) -> Iterator[Row]:
    """Yield a row for each criterion that has a clause in the report's standard, in the order of WCAG."""
    tested = Counter(one.number for rule in report.rules for one in rule.criteria(report.standard))
    failed = _found(report, Outcome.FAILED)
    review = _found(report, Outcome.CANNOT_TELL)
    for criterion in CRITERIA.values():
        clause = criterion.clause(Chapter.WEB)
        if clause is None or not report.standard.includes(criterion):
            continue
        state, message = _state(criterion, tested, failed, review)
        yield Row(
            criterion.number, criterion.name, clause, tested[criterion.number], state, translate(message)
        )


def _found(report: Report, outcome: Outcome) -> Counter[str]:
    """Count the findings of one kind by criterion, accepted ones too: they are faults all the same."""
    return Counter(
        one.number
        for finding in report.findings
        if finding.outcome is outcome
        for one in finding.rule.criteria(report.standard)
    )


def _state(
    criterion: Criterion, tested: Counter[str], failed: Counter[str], review: Counter[str]
) -> tuple[str, Message]:
    number = criterion.number
    if failed[number]:
        return "failed", msg("Faults found: {number}.", number=failed[number])
    if review[number]:
        return "review", msg("Places for a person to judge: {number}.", number=review[number])
    if tested[number]:
        return "passed", msg("No fault found by machine. A person must test the rest.")
    return "untested", msg("Not tested by machine. A person must test it.")
