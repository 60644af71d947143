"""Texts in place of pictures and formulas (PDF/UA-1, 7.3 and 7.7)."""

from __future__ import annotations

from checks.pdf.structure.alternatives.pdf_figure_alt import PdfFigureAlt
from checks.pdf.structure.alternatives.pdf_formula_alt import PdfFormulaAlt

RULES = (
    PdfFigureAlt(),
    PdfFormulaAlt(),
)
