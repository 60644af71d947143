"""Alternative texts in PDFs have a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._languages import TextLanguageRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Node


class PdfAltLanguage(TextLanguageRule):
    """A screen reader says the alternative text in place of the picture; without a language it guesses how.

    Set the language of the document in the program that makes it (in Word: Review > Language) and export
    again. In Acrobat it stands under File > Properties > Advanced.
    """

    id = "pdf-alt-language"
    title = msg("Alternative texts in PDFs have a language")
    pdfua = ("7.2-22",)
    message = msg(
        "Nothing says in which language this alternative text is. Set the document's language (in Word: "
        "Review > Language), and export again."
    )

    def text(self, node: Node) -> str | None:
        """Return the alternative text."""
        return node.alt
