"""Applies rules to subjects: pure, in stable order, one rule as any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import AnyRule, CannotTell, Failed, Finding, Ground, Outcome, Passed, Place, Unjudged
from pipeline.errors import DefectError, TolkbarError
from pipeline.model import Location, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from checks.model import Subject
    from pipeline.model import Argument, Trace

OUTCOMES: dict[type[object], Outcome] = {
    Passed: Outcome.PASSED,
    Failed: Outcome.FAILED,
    CannotTell: Outcome.CANNOT_TELL,
    Unjudged: Outcome.CANNOT_TELL,
}
LISTED = 1000  # findings of one rule on one subject; a page of a million faults must not fill the memory
QUOTED = 200  # characters of what a message quotes from a page


class Result(NamedTuple):
    """What one rule concluded about one subject."""

    rule: AnyRule
    outcome: Outcome
    findings: tuple[Finding, ...] = ()


class Engine:
    """The rules that run, and how a place in an edition is traced back to what people edit."""

    def __init__(self, rules: Iterable[AnyRule], trace: Callable[[Location], Trace | None]) -> None:
        """Sort ``rules`` by the kind of subject that they are for."""
        self.rules = tuple(rules)
        self._inapplicable = {rule: Result(rule, Outcome.INAPPLICABLE) for rule in self.rules}
        self._trace = trace
        self._by_subject: dict[type[object], list[AnyRule]] = {}
        for rule in self.rules:
            self._by_subject.setdefault(rule.subject, []).append(rule)

    def judges(self, kind: type[object]) -> bool:
        """Return whether any of the rules is for subjects of this kind."""
        return kind in self._by_subject

    def on(self, kind: type[object]) -> Sequence[AnyRule]:
        """Return the rules for subjects of this kind, in the order in which they are asked."""
        return self._by_subject.get(kind, ())

    def examine(self, subject: Subject) -> list[Result]:
        """Return the result of every rule that is for this kind of subject.

        Raises ``DefectError`` where a rule breaks: what it did not judge is not fine.
        """
        return [self._judge(rule, subject) for rule in self.on(type(subject))]

    def pass_by(self, kind: type[object]) -> list[Result]:
        """Return the result of every rule that is for subjects of this kind where there is none to judge."""
        return [self._inapplicable[rule] for rule in self.on(kind)]

    def _judge(self, rule: AnyRule, subject: Subject) -> Result:
        try:
            return self._apply(rule, subject)
        except TolkbarError:
            raise
        except Exception as error:
            raise DefectError(
                msg(
                    "The rule {rule} broke here ({kind}), so nothing is decided. "
                    "Report it; tolkbar check --skip {rule} judges the rest.",
                    rule=rule.id,
                    kind=type(error).__name__,
                ),
                Location(subject.path, 1),
            ) from error

    def _apply(self, rule: AnyRule, subject: Subject) -> Result:
        kinds: set[type[object]] = set()  # of verdicts
        findings: list[Finding] = []
        unlisted: dict[type[object], int] = {}
        for target in rule.applicability(subject):
            verdict = rule.expectation(target)
            kind: type[object] = type(verdict)
            if isinstance(verdict, (Passed, Unjudged)):
                pass
            elif len(findings) >= LISTED:
                unlisted[kind] = unlisted.get(kind, 0) + 1
            else:
                place = subject.place(target, verdict.attribute)
                if rule.id in place.silenced:
                    kind = Passed
                else:
                    findings.append(self._finding(rule, verdict, place))
            kinds.add(kind)
        if not kinds:  # as of most rules, on most pages
            return self._inapplicable[rule]
        findings += [remainder(findings[-1], OUTCOMES[kind], number) for kind, number in unlisted.items()]
        return Result(rule, aggregate([OUTCOMES[kind] for kind in kinds]), tuple(findings))

    def _finding(self, rule: AnyRule, verdict: Failed | CannotTell, place: Place) -> Finding:
        trace = self._trace(place.location) or place.trace
        place = Place(place.location, place.selector, trace)
        return Finding(rule, OUTCOMES[type(verdict)], shorten(verdict.message), place)


_PRECEDENCE = (Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.PASSED)


def aggregate(outcomes: Collection[Outcome]) -> Outcome:
    """Return the outcome on a subject from those of its targets, as the ACT Rules Format adds them up."""
    for outcome in _PRECEDENCE:
        if outcome in outcomes:
            return outcome
    return Outcome.INAPPLICABLE


def verdicts(results: Iterable[Result]) -> dict[Ground, Outcome]:
    """Return the outcome on a document of the rules that ran, for each ground that they stand on."""
    found: dict[Ground, set[Outcome]] = {}
    for result in results:
        if result.rule.ground is not None:
            found.setdefault(result.rule.ground, set()).add(result.outcome)
    return {ground: aggregate(found[ground]) for ground in Ground if ground in found}


def shorten(message: Message) -> Message:
    """Return ``message`` with what it quotes cut to a length that a person still reads."""
    return Message(message.msgid, tuple((name, _cut(value)) for name, value in message.arguments))


def _cut(value: Argument) -> Argument:
    return f"{value[: QUOTED - 1]}…" if isinstance(value, str) and len(value) > QUOTED else value


def remainder(last: Finding, outcome: Outcome, number: int) -> Finding:
    """Return the finding that stands for ``number`` more like ``last``, but with this ``outcome``."""
    message = msg("{number} more like this are not listed. Mend these first.", number=number)
    return Finding(last.rule, outcome, message, last.place)
