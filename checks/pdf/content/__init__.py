"""What is painted: marked content, artifacts, form XObjects (PDF/UA-1, 7.1, 7.2, 7.20)."""

from __future__ import annotations

from checks.pdf.content.pdf_artifact_in_tag import PdfArtifactInTag
from checks.pdf.content.pdf_content_language import PdfContentLanguage
from checks.pdf.content.pdf_content_tag import PdfContentTag
from checks.pdf.content.pdf_form_object_once import PdfFormObjectOnce
from checks.pdf.content.pdf_reference_object import PdfReferenceObject
from checks.pdf.content.pdf_span_actual_text import PdfSpanActualText
from checks.pdf.content.pdf_span_alternative import PdfSpanAlternative
from checks.pdf.content.pdf_span_expansion import PdfSpanExpansion
from checks.pdf.content.pdf_tag_in_artifact import PdfTagInArtifact

RULES = (
    PdfArtifactInTag(),
    PdfTagInArtifact(),
    PdfContentTag(),
    PdfContentLanguage(),
    PdfSpanActualText(),
    PdfSpanAlternative(),
    PdfSpanExpansion(),
    PdfReferenceObject(),
    PdfFormObjectOnce(),
)
