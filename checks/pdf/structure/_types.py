"""Rules on the types of tags: each is judged once, however many tags have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure import Element
from checks.model import Severity
from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checks.documents import Facts


class TypeRule(FactsRule[Element]):
    """A rule on the types that a document uses, shown on the first tag of each."""

    parts = ("structure",)
    severity = Severity.BLOCKING

    def targets(self, facts: Facts) -> Iterable[Element]:
        """Yield the first tag of each type, as it is written."""
        first: dict[str, Element] = {}
        for element in () if facts.structure is None else facts.structure.elements:
            first.setdefault(element.type, element)
        return first.values()
