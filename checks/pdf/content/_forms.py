"""The base of the rules on form XObjects: pieces of content that are painted as one (ISO 32000-1, 8.10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.content import Form
from checks.model import Severity
from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class FormRule(FactsRule[Form]):
    """A rule on the form XObjects that are painted."""

    parts = ("content",)
    severity = Severity.BLOCKING

    def targets(self, facts: Facts) -> Iterator[Form]:
        """Yield them in the order in which they are met."""
        yield from facts.content.forms if facts.content is not None else ()
