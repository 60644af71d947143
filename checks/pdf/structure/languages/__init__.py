"""Languages of the document, its parts and its bookmarks (PDF/UA-1, 7.2)."""

from __future__ import annotations

from checks.pdf.structure.languages.pdf_actual_text_language import PdfActualTextLanguage
from checks.pdf.structure.languages.pdf_alt_language import PdfAltLanguage
from checks.pdf.structure.languages.pdf_expansion_language import PdfExpansionLanguage
from checks.pdf.structure.languages.pdf_language_tag import PdfLanguageTag
from checks.pdf.structure.languages.pdf_outline_language import PdfOutlineLanguage

RULES = (
    PdfActualTextLanguage(),
    PdfAltLanguage(),
    PdfExpansionLanguage(),
    PdfLanguageTag(),
    PdfOutlineLanguage(),
)
