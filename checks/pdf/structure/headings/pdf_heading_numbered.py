"""Headings with a level do not stand beside headings without one in PDFs."""

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


class PdfHeadingNumbered(FactsRule[Element]):
    """Where only some headings have a level, screen readers list them in a wrong order, or leave some out.

    Give each heading one of the styles Heading 1, Heading 2 … by what it stands under, not by its looks,
    and export again. In Acrobat, change the type of the tag to H1, H2 ….
    """

    id = "pdf-heading-numbered"
    title = msg("Headings with a level do not stand beside headings without one in PDFs")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.1")
    pdfua = ("7.4.4-3",)
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Element]:
        """Yield the first heading with a level: it stands for all."""
        if facts.structure is not None:
            yield from facts.structure.numbered_headings[:1]

    def judge(self, heading: Element) -> Verdict:
        """Require that each heading has a level."""
        if not any(heading.structure.having("H")):
            return PASSED
        return Failed(
            msg(
                "This heading has a level ({type}), while others of the document have none (H). Give "
                "these the styles Heading 1, Heading 2 …, and export again.",
                type=heading.type,
            )
        )
