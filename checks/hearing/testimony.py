"""What came of judging one page or catalog: plain values, which any process can make and any run can keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.engine import Result
from checks.model import Finding, Outcome, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from checks.dom.witness import Answer, Notes
    from checks.model import AnyRule
    from checks.subjects.facts import Facts
    from checks.subjects.page import Medium
    from checks.subjects.wordings import Wordings
    from pipeline.model import Location, Message, Trace


class Told(NamedTuple):
    """A finding without its rule; ``trace``: what to edit, as far as its subject knows."""

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


Speech = tuple[str, str]


class Testimony(NamedTuple):
    """What came of one page, or of one catalog.

    ``outcomes`` has one letter (:data:`LETTERS`) for each rule on it, in the order of the court, and
    ``findings`` the numbers in that order with what was found.  ``medium`` is None where nobody read the
    page to its end, ``facts`` None where no other page asks, ``wordings`` where no other catalog does.
    ``content`` is the digest of its bytes, and ``notes`` what else its verdicts depend on: without these
    they may not be kept.  ``speech`` is what stands for ``facts`` or ``wordings``
    that are kept elsewhere: the language of the wordings, and the digest.
    """

    outcomes: str = ""
    findings: tuple[tuple[int, Told], ...] = ()
    medium: Medium | None = None
    facts: Facts | None = None
    wordings: Wordings | None = None
    speech: Speech | None = None
    content: Answer = None
    notes: Notes | None = None

    @classmethod
    def of(cls, results: Sequence[Result]) -> Testimony:
        """Return what the rules on a subject, in the order of the court, concluded."""
        outcomes = "".join([LETTERS[result.outcome] for result in results])
        numbered = enumerate(result.findings for result in results)
        findings = ((number, Told.of(found)) for number, several in numbered for found in several)
        return cls(outcomes, tuple(findings))

    def fits(self, rules: Sequence[AnyRule]) -> bool:
        """Return whether it speaks of these ``rules``, and of no others."""
        known = range(len(rules))
        return (
            len(self.outcomes) == len(rules)
            and OUTCOMES.keys() >= set(self.outcomes)
            and all(number in known for number, _ in self.findings)
        )

    def results(
        self, rules: Sequence[AnyRule], trace: Callable[[Location], Trace | None], *, outcomes: bool
    ) -> Iterator[Result]:
        """Yield what ``rules``, those on such subjects in the order of the court, concluded.

        Unless ``outcomes`` are wanted, those are left out that found nothing.
        """
        found: dict[int, list[Finding]] = {}
        for number, told in self.findings:
            found.setdefault(number, []).append(told.finding(rules[number], trace))
        for number in range(len(self.outcomes)) if outcomes else found:
            yield Result(rules[number], OUTCOMES[self.outcomes[number]], tuple(found.get(number, ())))


LETTERS: Final = {outcome: outcome[0] for outcome in Outcome}
OUTCOMES: Final = {letter: outcome for outcome, letter in LETTERS.items()}
