"""The editions of a statement give the same grade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.statement import Grade, statement_of
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.model import Place
    from checks.subjects.statement import Grades

_WORDS: Final[Mapping[Grade, str]] = {
    Grade.FULL: "helt förenlig / fully compliant / vollständig vereinbar",
    Grade.PARTIAL: "delvis förenlig / partially compliant / teilweise vereinbar",
    Grade.NONE: "inte förenlig / not compliant / nicht vereinbar",
}


class Graded(NamedTuple):
    """The grades that an edition of a statement names, and those of the ``original``."""

    page: SitePage
    original: SitePage
    here: Grades
    there: Grades

    def stands(self) -> Place:
        """Return where the edition gives its grade."""
        page = self.page.site.placing.again(self.page.facts.path)
        statement = statement_of(page) if page is not None else None
        if page is None or statement is None:
            return self.page.place(self.page, None)
        return page.place(statement.graded or statement.element, None)


class StatementGrade(Rule[SitePage, Graded]):
    """How far a site meets the law is one fact: in whatever language one reads it, it must be the same.

    Write the grade of the assessment: helt, delvis or inte förenlig; fully, partially or not compliant;
    vollständig, teilweise or nicht vereinbar.
    """

    id = "statement-grade"
    title = msg("Accessibility statements give the same grade in all languages")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: SitePage) -> Iterator[Graded]:
        """Yield an edition of a statement, where both name a grade."""
        here, original = page.facts.statement, page.original
        there = original.facts.statement if original is not None else None
        if original is not None and here and there and here.named and there.named:
            yield Graded(page, original, here, there)

    def expectation(self, graded: Graded) -> Verdict:
        """Require the same; where it is not clear which of several grades is given, a person must judge."""
        here, there = graded.here, graded.there
        if here.named == there.named:
            return PASSED
        is_certain = here.given is not None and there.given not in {None, here.given}
        verdict = Failed if is_certain else CannotTell
        return verdict(
            msg(
                "The grade here is {here}, but in {path} it is {there}. Write the one of the assessment.",
                here=_named(here),
                there=_named(there),
                path=graded.original.path,
            )
        )


def _named(grades: Grades) -> str:
    return ", ".join(words for grade, words in _WORDS.items() if grade in grades.named)
