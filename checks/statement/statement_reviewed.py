"""A statement has been reviewed within a year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.statement._day import to_date
from checks.subjects import Page
from checks.subjects.statement import statement_of
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_YEAR: Final = timedelta(days=366)  # as recital 3 of Implementing Decision (EU) 2018/1523 asks for


class Review(NamedTuple):
    """The last ``day`` that a statement names, in ``element``, and the ``today`` that it is read on."""

    element: Node
    day: date
    today: date


class StatementReviewed(Rule[Page, Review]):
    """A statement of years ago describes a site that is there no more.

    Assess the site once a year, and write the new dates, even where nothing has changed.
    """

    id = "statement-reviewed"
    title = msg("Accessibility statements are reviewed every year")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Review]:
        """Yield the last date of a statement that has any."""
        statement = statement_of(page)
        if statement is None or page.today is None:
            return
        known = [(day, one.element) for one in statement.dated if (day := to_date(one.day))]
        if known:
            day, element = max(known, key=lambda found: found[0])
            yield Review(element, day, page.today)

    def expectation(self, review: Review) -> Verdict:
        """Require that it is no more than a year ago."""
        if review.today - review.day <= _YEAR:
            return PASSED
        return Failed(
            msg(
                "The statement was last reviewed on {day}, more than a year ago. Assess the site anew.",
                day=review.day.isoformat(),
            )
        )
