"""Rules on the choices of layers that a document offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.catalog import Layers
from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class LayersRule(FactsRule[Layers]):
    """A rule on each choice of layers."""

    parts = ("catalog",)

    def targets(self, facts: Facts) -> Iterator[Layers]:
        """Yield the choices, the one that is shown first before the others."""
        return iter(facts.catalog.layers if facts.catalog is not None else ())
