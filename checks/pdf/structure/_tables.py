"""Rules on how the cells of tables lie."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from checks.documents.opened import Gap
from checks.documents.structure.tables import Cell, Table
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule, T
from checks.requirements import wcag

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.documents import Facts
    from pipeline.model import Message


class TableRule(FactsRule[T]):
    """A rule on something in tables, where they are not too large to be laid."""

    parts = ("structure",)
    severity = Severity.BLOCKING

    def targets(self, facts: Facts) -> Iterator[T | Gap]:
        """Yield what the rule looks at, table by table, up to the first that is not laid."""
        for table in () if facts.structure is None else facts.structure.tables:
            if not table.is_laid:
                yield Gap("structure", "limit", table.page)
                return
            yield from self.inside(table)

    @abstractmethod
    def inside(self, table: Table) -> Iterable[T]:
        """Yield the targets in a table."""


class CellRule(TableRule[Cell]):
    """No cell lies where it cannot; ``message`` says so."""

    requirements = wcag("1.3.1")
    message: ClassVar[Message]

    def inside(self, table: Table) -> Iterable[Cell]:
        """Yield all cells."""
        return table.cells

    def judge(self, cell: Cell) -> Verdict:
        """Require that nothing is wrong with it."""
        return Failed(self.message) if self.is_wrong(cell) else PASSED

    @abstractmethod
    def is_wrong(self, cell: Cell) -> bool:
        """Return whether the cell lies where it cannot."""
