"""Applies rules to subjects: pure, in stable order, one rule as any other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import AnyRule, CannotTell, Failed, Finding, Outcome, Passed, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from checks.model import Subject
    from pipeline.model import Location, Trace


@dataclass(frozen=True, slots=True)
class Result:
    """What one rule concluded about one subject."""

    rule: AnyRule
    outcome: Outcome
    findings: tuple[Finding, ...] = ()


class Engine:
    """The rules that run, and how a place in an edition is traced back to what people edit."""

    def __init__(self, rules: Iterable[AnyRule], trace: Callable[[Location], Trace | None]) -> None:
        """Sort ``rules`` by the kind of subject that they are for."""
        self.rules = tuple(rules)
        self._trace = trace
        self._by_subject: dict[type[object], list[AnyRule]] = {}
        for rule in self.rules:
            self._by_subject.setdefault(rule.subject, []).append(rule)

    def judges(self, kind: type[object]) -> bool:
        """Return whether any of the rules is for subjects of this kind."""
        return kind in self._by_subject

    def examine(self, subject: Subject) -> list[Result]:
        """Return the result of every rule that is for this kind of subject."""
        return [self._apply(rule, subject) for rule in self._by_subject.get(type(subject), ())]

    def _apply(self, rule: AnyRule, subject: Subject) -> Result:
        outcomes: set[Outcome] = set()
        findings: list[Finding] = []
        for target in rule.applicability(subject):
            verdict = rule.expectation(target)
            if isinstance(verdict, Passed):
                outcomes.add(Outcome.PASSED)
                continue
            outcome = OUTCOMES[type(verdict)]
            outcomes.add(outcome)
            place = self._place(subject.place(target, verdict.attribute))
            findings.append(Finding(rule, outcome, verdict.message, place))
        return Result(rule, aggregate(outcomes), tuple(findings))

    def _place(self, place: Place) -> Place:
        trace = place.trace or self._trace(place.location)
        return Place(place.location, place.selector, trace)


OUTCOMES = {Failed: Outcome.FAILED, CannotTell: Outcome.CANNOT_TELL}
_PRECEDENCE = (Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.PASSED)


def aggregate(outcomes: Collection[Outcome]) -> Outcome:
    """Return the outcome on a subject from those of its targets, as the ACT Rules Format adds them up."""
    return next((outcome for outcome in _PRECEDENCE if outcome in outcomes), Outcome.INAPPLICABLE)
