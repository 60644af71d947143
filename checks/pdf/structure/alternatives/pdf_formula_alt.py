"""Formulas in PDFs have an alternative text."""

from __future__ import annotations

from checks.pdf.structure._replacements import ReplacementRule
from pipeline.model import msg


class PdfFormulaAlt(ReplacementRule):
    """A formula is read as loose letters and digits: who cannot see it does not learn what divides what.

    Write the formula in words as its alternative text: in InDesign under Object > Object Export Options,
    in Acrobat in the properties of the tag.
    """

    id = "pdf-formula-alt"
    title = msg("Formulas in PDFs have an alternative text")
    pdfua = ("7.7-1",)
    roles = ("Formula",)
    message = msg(
        "This formula has no alternative text. Write it in words: in InDesign under Object Export "
        "Options, in Acrobat in the properties of its tag."
    )
