"""Expanded abbreviations in PDFs have a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.pdf.structure._languages import TextLanguageRule
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.documents.structure import Node


class PdfExpansionLanguage(TextLanguageRule):
    """A screen reader says what the abbreviation stands for; without a language it guesses how.

    Set the language of the document in the program that makes it (in Word: Review > Language) and export
    again. In Acrobat it stands under File > Properties > Advanced.
    """

    id = "pdf-expansion-language"
    title = msg("Expanded abbreviations in PDFs have a language")
    pdfua = ("7.2-23",)
    message = msg(
        "Nothing says in which language this expanded abbreviation is. Set the document's language (in "
        "Word: Review > Language), and export again."
    )

    def text(self, node: Node) -> str | None:
        """Return what an abbreviation stands for."""
        return node.expansion
