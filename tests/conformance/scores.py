"""How well the rules agree with W3C's cases: one score for each ACT rule, and their sums."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from checks.model import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checks.model import AnyRule
    from tests.conformance.cases import Case


class Grade(StrEnum):
    """How far an ACT rule is implemented."""

    COMPLETE = "complete"  # every failed case is found, nothing else is reported as failed
    PARTIAL = "partial"  # nothing is reported wrongly, but some failed case is not found
    WRONG = "wrong"  # a passed or inapplicable case is reported as failed
    UNTESTED = "untested"  # no rule of ours names it


class Consistency(StrEnum):
    """W3C's own measure of an implementation, which takes cannotTell on a failed case for found.

    See https://www.w3.org/WAI/standards-guidelines/act/implementations/; there, *complete* asks
    that the implementation reports the same success criteria as well.
    """

    COMPLETE = "complete"
    PARTIAL = "partial"
    MINIMAL = "minimal"
    NONE = "–"


@dataclass(frozen=True, slots=True)
class Answer:
    """What our rules for its ACT rule concluded about a case, by their ids; empty where none has seen it."""

    case: Case
    outcomes: Mapping[str, Outcome]

    @property
    def is_wrong(self) -> bool:
        """Tell whether a page without the fault is reported as failed."""
        return self.case.expected is not Outcome.FAILED and self._fails

    @property
    def is_found(self) -> bool:
        """Tell whether a page with the fault is reported as failed."""
        return self.case.expected is Outcome.FAILED and self._fails

    @property
    def is_missed(self) -> bool:
        """Tell whether a page with the fault is not reported as failed."""
        return self.case.expected is Outcome.FAILED and not self._fails

    @property
    def is_decided(self) -> bool:
        """Tell whether some rule came to a conclusion of its own."""
        return any(outcome is not Outcome.CANNOT_TELL for outcome in self.outcomes.values())

    @property
    def _fails(self) -> bool:
        return Outcome.FAILED in self.outcomes.values()


@dataclass(frozen=True, slots=True)
class Score:
    """All answers for one ACT rule, by ``rules`` of ours."""

    act: str
    name: str
    rules: tuple[AnyRule, ...]
    answers: tuple[Answer, ...]

    @property
    def wrong(self) -> list[Answer]:
        """Return the false reports."""
        return [answer for answer in self.answers if answer.is_wrong]

    @property
    def missed(self) -> list[Answer]:
        """Return the failed cases that are not found."""
        return [answer for answer in self.answers if answer.is_missed]

    @property
    def found(self) -> list[Answer]:
        """Return the failed cases that are found."""
        return [answer for answer in self.answers if answer.is_found]

    @property
    def grade(self) -> Grade:
        """Return how far the ACT rule is implemented."""
        if not self.rules:
            return Grade.UNTESTED
        if self.wrong:
            return Grade.WRONG
        return Grade.PARTIAL if self.missed else Grade.COMPLETE

    @property
    def consistency(self) -> Consistency:
        """Return what W3C would call this implementation."""
        if self.wrong or not self.rules:
            return Consistency.NONE
        applicable = [answer for answer in self.answers if answer.case.expected is not Outcome.INAPPLICABLE]
        if any(answer.is_decided for answer in applicable):
            return Consistency.COMPLETE if self._answers_all() else Consistency.PARTIAL
        return Consistency.MINIMAL if any(answer.is_decided for answer in self.answers) else Consistency.NONE

    @property
    def has_its_requirements(self) -> bool:
        """Tell whether our rules name the success criteria that the ACT rule maps to, and no other."""
        ours = {criterion.number for rule in self.rules for criterion in rule.requirements}
        return all(answer.case.requirements == ours for answer in self.answers)

    def _answers_all(self) -> bool:
        seen = all(answer.outcomes for answer in self.answers)
        doubted = all(Outcome.CANNOT_TELL in answer.outcomes.values() for answer in self.missed)
        return seen and doubted and self.has_its_requirements


def scores(
    cases: Iterable[Case], rules: Sequence[AnyRule], outcomes: Mapping[str, Mapping[str, Outcome]]
) -> list[Score]:
    """Return a score for every ACT rule that has cases; ``outcomes`` are by file and rule."""
    by_act: dict[str, list[Case]] = {}
    for case in cases:
        by_act.setdefault(case.act, []).append(case)
    return [
        _score(act, tuple(rule for rule in rules if act in rule.act), by_act[act], outcomes)
        for act in sorted(by_act)
    ]


def _score(
    act: str, rules: tuple[AnyRule, ...], cases: Sequence[Case], outcomes: Mapping[str, Mapping[str, Outcome]]
) -> Score:
    answers = (Answer(case, _said(rules, outcomes.get(case.file, {}))) for case in cases)
    return Score(act, cases[0].rule_name, rules, tuple(answers))


def _said(rules: Iterable[AnyRule], known: Mapping[str, Outcome]) -> dict[str, Outcome]:
    return {rule.id: known[rule.id] for rule in rules if rule.id in known}


@dataclass(frozen=True, slots=True)
class Total:
    """The sums that the floor is about."""

    grades: Mapping[Grade, int]
    consistent: int
    wrong: int
    found: int
    failed: int

    @property
    def complete(self) -> int:
        """Return the number of ACT rules that are implemented completely."""
        return self.grades[Grade.COMPLETE]


def total(found: Sequence[Score]) -> Total:
    """Return the sums of all scores."""
    grades = {grade: sum(score.grade is grade for score in found) for grade in Grade}
    return Total(
        grades=grades,
        consistent=sum(score.consistency is Consistency.COMPLETE for score in found),
        wrong=sum(len(score.wrong) for score in found),
        found=sum(len(score.found) for score in found),
        failed=sum(len(score.found) + len(score.missed) for score in found),
    )
