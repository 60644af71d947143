"""The expansion of an abbreviation in marked content has a language."""

from __future__ import annotations

from checks.pdf.content._content import SpanRule
from pipeline.model import msg


class PdfSpanExpansion(SpanRule):
    """The long form of an abbreviation is read aloud in place of it, in a voice that the language chooses.

    State the language of the document, or of the tag around the abbreviation.
    """

    id = "pdf-span-expansion"
    title = msg("Expanded abbreviations in the content have a language")
    pdfua = ("7.2-32",)
    said = "expansion"
