"""Signs of trouble that a person should look at."""

from __future__ import annotations

from checks.pdf.advice.pdf_part_language import PdfPartLanguage
from checks.pdf.advice.pdf_private_character import PdfPrivateCharacter
from checks.pdf.advice.pdf_reading_order import PdfReadingOrder
from checks.pdf.advice.pdf_short_text import PdfShortText
from checks.pdf.advice.pdf_text_contrast import PdfTextContrast

RULES = (
    PdfPartLanguage(),
    PdfPrivateCharacter(),
    PdfReadingOrder(),
    PdfShortText(),
    PdfTextContrast(),
)
