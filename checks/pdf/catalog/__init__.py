"""What a document says of itself: header, catalog, metadata, encryption (PDF/UA-1, 5 to 7.1, 7.10 on)."""

from __future__ import annotations

from checks.pdf.catalog.pdf_attachment_name import PdfAttachmentName
from checks.pdf.catalog.pdf_dynamic_form import PdfDynamicForm
from checks.pdf.catalog.pdf_header import PdfHeader
from checks.pdf.catalog.pdf_layer_change import PdfLayerChange
from checks.pdf.catalog.pdf_layer_name import PdfLayerName
from checks.pdf.catalog.pdf_marked import PdfMarked
from checks.pdf.catalog.pdf_metadata import PdfMetadata
from checks.pdf.catalog.pdf_metadata_language import PdfMetadataLanguage
from checks.pdf.catalog.pdf_metadata_title import PdfMetadataTitle
from checks.pdf.catalog.pdf_permissions import PdfPermissions
from checks.pdf.catalog.pdf_suspect_tags import PdfSuspectTags
from checks.pdf.catalog.pdf_tags import PdfTags
from checks.pdf.catalog.pdf_title_shown import PdfTitleShown
from checks.pdf.catalog.pdf_ua_amendment_prefix import PdfUaAmendmentPrefix
from checks.pdf.catalog.pdf_ua_correction_prefix import PdfUaCorrectionPrefix
from checks.pdf.catalog.pdf_ua_identifier import PdfUaIdentifier
from checks.pdf.catalog.pdf_ua_part import PdfUaPart
from checks.pdf.catalog.pdf_ua_part_prefix import PdfUaPartPrefix

RULES = (
    PdfUaIdentifier(),
    PdfUaPart(),
    PdfUaPartPrefix(),
    PdfUaAmendmentPrefix(),
    PdfUaCorrectionPrefix(),
    PdfHeader(),
    PdfMarked(),
    PdfSuspectTags(),
    PdfMetadata(),
    PdfMetadataTitle(),
    PdfTitleShown(),
    PdfTags(),
    PdfMetadataLanguage(),
    PdfLayerName(),
    PdfLayerChange(),
    PdfAttachmentName(),
    PdfDynamicForm(),
    PdfPermissions(),
)
