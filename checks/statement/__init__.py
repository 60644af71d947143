"""Rules on the accessibility statement that the law asks of public bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.statement.statement_date import StatementDate
from checks.statement.statement_grade import StatementGrade
from checks.statement.statement_law import StatementLaw
from checks.statement.statement_linked import StatementLinked
from checks.statement.statement_parts import StatementParts
from checks.statement.statement_present import StatementPresent
from checks.statement.statement_reviewed import StatementReviewed

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    StatementPresent(),
    StatementLinked(),
    StatementParts(),
    StatementGrade(),
    StatementDate(),
    StatementReviewed(),
    StatementLaw(),
)
