"""The tags themselves: their types, their parents, the IDs of notes (PDF/UA-1, 7.1 and 7.9)."""

from __future__ import annotations

from checks.pdf.structure.tags.pdf_note_id import PdfNoteId
from checks.pdf.structure.tags.pdf_note_id_unique import PdfNoteIdUnique
from checks.pdf.structure.tags.pdf_tag_parent import PdfTagParent
from checks.pdf.structure.tags.pdf_tag_type import PdfTagType
from checks.pdf.structure.tags.pdf_tag_type_circle import PdfTagTypeCircle
from checks.pdf.structure.tags.pdf_tag_type_standard import PdfTagTypeStandard

RULES = (
    PdfTagType(),
    PdfTagTypeCircle(),
    PdfTagTypeStandard(),
    PdfTagParent(),
    PdfNoteId(),
    PdfNoteIdUnique(),
)
