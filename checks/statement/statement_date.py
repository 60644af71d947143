"""The dates of a statement are possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.statement._day import to_date
from checks.subjects import Page
from checks.subjects.statement import Dated, Part, statement_of
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from checks.dom.tree import Node


class Day(NamedTuple):
    """A date of a statement, the day when it is ``read``, and the day when it says it was ``updated``."""

    dated: Dated
    read: date | None
    updated: date | None

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.dated.element


class StatementDate(Rule[Page, Day]):
    """A date in the future, or an assessment after the last update, makes readers doubt the rest.

    Write the day when the site was last assessed, and the day when the statement was last changed, which
    is the same or a later one.
    """

    id = "statement-date"
    title = msg("The dates of accessibility statements are possible")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Day]:
        """Yield the dates of the assessment and of the last update."""
        statement = statement_of(page)
        dated = statement.dated if statement is not None else ()
        updated = [day for one in dated if one.part is Part.UPDATED and (day := to_date(one.day))]
        return (Day(one, page.today, max(updated, default=None)) for one in dated)

    def expectation(self, day: Day) -> Verdict:
        """Require that it exists and has come, and that nothing was assessed after the last update."""
        stated = to_date(day.dated.day)
        if stated is None:
            return Failed(msg("There is no such day: {day}. Correct the date.", day=day.dated.day))
        if day.read is not None and stated > day.read:
            return Failed(
                msg("The date {day} is in the future. Write the day when it was done.", day=day.dated.day)
            )
        if day.dated.part is Part.ASSESSED and day.updated is not None and stated > day.updated:
            return Failed(
                msg(
                    "The site was assessed on {day}, after the statement was last updated. Correct one of "
                    "the dates.",
                    day=day.dated.day,
                )
            )
        return PASSED
