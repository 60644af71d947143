"""A statement names the law and the authority of its own country."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.statement._law import Ruled, swedish_statement
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class StatementLaw(Rule[Page, Ruled]):
    """Who complains to an authority abroad is helped by nobody: each country has its own law and authority.

    A Swedish public body names the act 2018:1937 and the authority that supervises it, Digg, in every
    language. Finland's "tillgänglighetsutlåtande" and Germany's "Schlichtungsstelle" belong to other laws.
    """

    id = "statement-law"
    title = msg("Accessibility statements name the law of their own country")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Ruled]:
        """Yield the statement that Sweden's law asks for."""
        return swedish_statement(page)

    def expectation(self, ruled: Ruled) -> Verdict:
        """Require no words of other laws."""
        if not ruled.foreign:
            return PASSED
        return Failed(
            msg(
                "The statement names what belongs to the law of another country: {words}. Name the act "
                "2018:1937 and Digg.",
                words=", ".join(ruled.foreign),
            )
        )
