"""Rules on structure elements, by the standard types that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from checks.documents.structure import Element
from checks.model import Severity
from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class ElementRule(FactsRule[Element]):
    """A rule on the elements with one of these ``roles``, standard types; PDF/UA-1 forbids what it finds."""

    parts = ("structure",)
    severity = Severity.BLOCKING
    roles: ClassVar[tuple[str, ...]]

    def targets(self, facts: Facts) -> Iterator[Element]:
        """Yield the elements of these types."""
        if facts.structure is not None:
            yield from facts.structure.having(*self.roles)
