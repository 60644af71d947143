"""Alternative text in marked content has a language."""

from __future__ import annotations

from checks.pdf.content._content import SpanRule
from pipeline.model import msg


class PdfSpanAlternative(SpanRule):
    """An alternative text is read aloud in place of a picture, in a voice that the language chooses.

    State the language of the document, or of the tag around the picture.
    """

    id = "pdf-span-alternative"
    title = msg("Alternative texts in the content have a language")
    pdfua = ("7.2-31",)
    said = "alt"
