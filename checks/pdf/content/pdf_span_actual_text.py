"""Replacement text in marked content has a language."""

from __future__ import annotations

from checks.pdf.content._content import SpanRule
from pipeline.model import msg


class PdfSpanActualText(SpanRule):
    """A replacement text is read aloud in place of what the page shows, in a voice that the language chooses.

    State the language of the document, or of the tag around the text.
    """

    id = "pdf-span-actual-text"
    title = msg("Replacement texts in the content have a language")
    pdfua = ("7.2-30",)
    said = "actual_text"
