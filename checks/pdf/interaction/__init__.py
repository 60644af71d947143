"""Annotations, form fields, media clips (PDF/UA-1, 7.18)."""

from __future__ import annotations

from checks.pdf.interaction.pdf_annotation_description import PdfAnnotationDescription
from checks.pdf.interaction.pdf_annotation_language import PdfAnnotationLanguage
from checks.pdf.interaction.pdf_annotation_tag import PdfAnnotationTag
from checks.pdf.interaction.pdf_field_language import PdfFieldLanguage
from checks.pdf.interaction.pdf_field_name import PdfFieldName
from checks.pdf.interaction.pdf_field_tag import PdfFieldTag
from checks.pdf.interaction.pdf_form_element import PdfFormElement
from checks.pdf.interaction.pdf_link_description import PdfLinkDescription
from checks.pdf.interaction.pdf_link_tag import PdfLinkTag
from checks.pdf.interaction.pdf_media_description import PdfMediaDescription
from checks.pdf.interaction.pdf_media_type import PdfMediaType
from checks.pdf.interaction.pdf_printer_mark import PdfPrinterMark
from checks.pdf.interaction.pdf_tab_order import PdfTabOrder
from checks.pdf.interaction.pdf_trap_network import PdfTrapNetwork

RULES = (
    PdfAnnotationDescription(),
    PdfAnnotationLanguage(),
    PdfAnnotationTag(),
    PdfFieldLanguage(),
    PdfFieldName(),
    PdfFieldTag(),
    PdfFormElement(),
    PdfLinkDescription(),
    PdfLinkTag(),
    PdfMediaDescription(),
    PdfMediaType(),
    PdfPrinterMark(),
    PdfTabOrder(),
    PdfTrapNetwork(),
)
