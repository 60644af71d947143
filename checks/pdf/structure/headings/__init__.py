"""Headings and their levels (PDF/UA-1, 7.4)."""

from __future__ import annotations

from checks.pdf.structure.headings.pdf_heading_level import PdfHeadingLevel
from checks.pdf.structure.headings.pdf_heading_numbered import PdfHeadingNumbered
from checks.pdf.structure.headings.pdf_heading_plain import PdfHeadingPlain
from checks.pdf.structure.headings.pdf_heading_single import PdfHeadingSingle

RULES = (
    PdfHeadingLevel(),
    PdfHeadingSingle(),
    PdfHeadingPlain(),
    PdfHeadingNumbered(),
)
