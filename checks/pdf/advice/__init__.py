"""Signs of trouble that a person should look at."""

from __future__ import annotations

from checks.pdf.advice.pdf_alternative_caption import PdfAlternativeCaption
from checks.pdf.advice.pdf_alternative_descriptive import PdfAlternativeDescriptive
from checks.pdf.advice.pdf_alternative_file_name import PdfAlternativeFileName
from checks.pdf.advice.pdf_alternative_long import PdfAlternativeLong
from checks.pdf.advice.pdf_heading_missing import PdfHeadingMissing
from checks.pdf.advice.pdf_link_descriptive import PdfLinkDescriptive
from checks.pdf.advice.pdf_outline_headings import PdfOutlineHeadings
from checks.pdf.advice.pdf_outline_missing import PdfOutlineMissing
from checks.pdf.advice.pdf_part_language import PdfPartLanguage
from checks.pdf.advice.pdf_private_character import PdfPrivateCharacter
from checks.pdf.advice.pdf_reading_order import PdfReadingOrder
from checks.pdf.advice.pdf_short_text import PdfShortText
from checks.pdf.advice.pdf_table_header_missing import PdfTableHeaderMissing
from checks.pdf.advice.pdf_text_contrast import PdfTextContrast
from checks.pdf.advice.pdf_typed_list import PdfTypedList

RULES = (
    PdfAlternativeCaption(),
    PdfAlternativeDescriptive(),
    PdfAlternativeFileName(),
    PdfAlternativeLong(),
    PdfHeadingMissing(),
    PdfLinkDescriptive(),
    PdfOutlineHeadings(),
    PdfOutlineMissing(),
    PdfPartLanguage(),
    PdfPrivateCharacter(),
    PdfReadingOrder(),
    PdfShortText(),
    PdfTableHeaderMissing(),
    PdfTextContrast(),
    PdfTypedList(),
)
