"""Heading levels in PDFs are not left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.documents.structure import Placed
from checks.documents.structure.roles import level
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts


@dataclass(frozen=True, slots=True)
class Heading(Placed):
    """A heading with a level, and the level of the one before it; 0 before the first."""

    level: int
    before: int


class PdfHeadingLevel(FactsRule[Heading]):
    """Who moves from heading to heading looks for the level left out, and believes to have missed a part.

    Give each heading one of the styles Heading 1, Heading 2 … by what it stands under, not by its looks,
    and export again. In Acrobat, change the type of the tag to H1, H2 ….
    """

    id = "pdf-heading-level"
    title = msg("Heading levels in PDFs are not left out")
    severity = Severity.BLOCKING
    pdfua = ("7.4.2-1",)
    parts = ("structure",)

    def targets(self, facts: Facts) -> Iterator[Heading]:
        """Yield the headings that have a level."""
        before = 0
        for element in () if facts.structure is None else facts.structure.numbered_headings:
            yield Heading(element, level(element.role), before)
            before = level(element.role)

    def judge(self, heading: Heading) -> Verdict:
        """Require at most one level more than before; the first heading has level 1."""
        if heading.level <= heading.before + 1:
            return PASSED
        if not heading.before:
            return Failed(
                msg(
                    "The first heading of the document has level {level}. "
                    "Give it the style Heading 1, and export again.",
                    level=heading.level,
                )
            )
        return Failed(
            msg(
                "A heading of level {level} follows one of level {before}. "
                "Give it the style Heading {right}, and export again.",
                level=heading.level,
                before=heading.before,
                right=heading.before + 1,
            )
        )
