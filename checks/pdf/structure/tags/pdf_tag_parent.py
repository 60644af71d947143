"""Tags in PDFs name the tag that they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.documents.structure import Element
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


class PdfTagParent(FactsRule[Element]):
    """A program that climbs from a tag to the one around it stops here: a cell has no table, an item no list.

    The program that made the tags left it out. Export the document anew, with another program if need
    be, or save it anew in Acrobat.
    """

    id = "pdf-tag-parent"
    title = msg("Tags in PDFs name the tag that they stand in")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    pdfua = ("7.1-12",)
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Element]:
        """Yield all elements."""
        if facts.structure is not None:
            yield from facts.structure.elements

    def judge(self, element: Element) -> Verdict:
        """Require the entry P."""
        if element.node.names_parent:
            return PASSED
        return Failed(
            msg(
                "This tag does not name the tag that it stands in (P). Export the document anew, with "
                "another program if need be."
            )
        )
