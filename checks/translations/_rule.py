"""What the rules on single translations have in common, and those on headers."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from checks.model import Fault, Rule
from checks.subjects import Catalog, Header, Translation

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


class OnHeaders(Rule[Catalog, Header]):
    """A rule on the header of every catalog that it ``concerns``; a template's is for others to fill in."""

    fault = Fault.WORDS

    def applicability(self, catalog: Catalog) -> Iterator[Header]:
        """Yield the header that the rule is about."""
        header = Header(catalog)
        if not catalog.is_template and self.concerns(header):
            yield header

    def concerns(self, header: Header) -> bool:  # noqa: ARG002 - most rules judge every header
        """Return whether there is anything to judge."""
        return True
