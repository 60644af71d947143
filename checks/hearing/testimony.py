"""What came of judging one page: plain values, which any process can make and any run can keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import Finding, Outcome, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checks.dom.witness import Answer, Notes
    from checks.engine import Result
    from checks.model import AnyRule
    from checks.subjects.facts import Facts
    from checks.subjects.page import Medium
    from pipeline.model import Location, Message, Trace


class Told(NamedTuple):
    """A finding without its rule; nobody has traced yet what to edit."""

    outcome: Outcome
    message: Message
    location: Location
    selector: str | None = None
    trace: Trace | None = None

    @classmethod
    def of(cls, finding: Finding) -> Told:
        """Return what ``finding`` says."""
        place = finding.place
        return cls(finding.outcome, finding.message, place.location, place.selector, place.trace)

    def finding(self, rule: AnyRule, trace: Callable[[Location], Trace | None]) -> Finding:
        """Return it as a finding of ``rule``; ``trace`` leads to the line to edit."""
        place = Place(self.location, self.selector, trace(self.location) or self.trace)
        return Finding(rule, self.outcome, self.message, place)


class Heard(NamedTuple):
    """What one rule concluded: its number among the rules that run, the outcome, what it found."""

    rule: int
    outcome: Outcome
    findings: tuple[Told, ...] = ()


class Testimony(NamedTuple):
    """What came of one page.

    ``medium`` is None where nobody read it to its end, ``facts`` None where no other page asks;
    ``content`` is the digest of its bytes, and ``notes`` what else its verdicts depend on: where that is
    None, they may not be kept.
    """

    results: tuple[Heard, ...] = ()
    medium: Medium | None = None
    facts: Facts | None = None
    content: Answer = None
    notes: Notes | None = None


def heard(results: Sequence[Result], numbers: dict[AnyRule, int]) -> tuple[Heard, ...]:
    """Return ``results`` as plain values; ``numbers`` are those of the rules."""
    return tuple(Heard(numbers[one.rule], one.outcome, tuple(map(Told.of, one.findings))) for one in results)
