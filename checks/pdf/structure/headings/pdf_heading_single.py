"""Sections in PDFs have one heading without a level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._nesting import SingleKidRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.structure import Element
    from pipeline.model import Message


class PdfHeadingSingle(SingleKidRule):
    """A heading without a level takes it from its section: of two in one, nobody knows which stands above.

    Give each heading one of the styles Heading 1, Heading 2 … by what it stands under, not by its looks,
    and export again. In Acrobat, change the type of the tag to H1, H2 ….
    """

    id = "pdf-heading-single"
    title = msg("Sections in PDFs have one heading without a level")
    requirements = wcag("1.3.1")
    pdfua = ("7.4.4-1",)
    kid = "H"

    def targets(self, facts: Facts) -> Iterator[Element]:
        """Yield what holds a heading without a level."""
        headings = () if facts.structure is None else facts.structure.having("H")
        holders = {holder.number: holder for heading in headings if (holder := heading.holder) is not None}
        yield from holders.values()

    def message(self, number: int) -> Message:
        """Return what to say where there are ``number`` of them."""
        return msg(
            "This part of the document has {number} headings without a level (H). Give them levels by "
            "the styles Heading 1, Heading 2 …, or give each heading a section of its own in the tags.",
            number=number,
        )
