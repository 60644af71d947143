"""What the rules on single translations have in common."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from checks.model import Fault, Rule
from checks.subjects import Catalog, Translation

if TYPE_CHECKING:
    from collections.abc import Iterator


class OnTranslations(Rule[Catalog, Translation]):
    """A rule on every translation that an edition may use and that it ``concerns``."""

    fault = Fault.WORDS

    def applicability(self, catalog: Catalog) -> Iterator[Translation]:
        """Yield the translations that the rule is about."""
        return filter(self.concerns, catalog.translations())

    @abstractmethod
    def concerns(self, translation: Translation) -> bool:
        """Return whether there is anything to judge."""
