"""Lists and tables of contents (PDF/UA-1, 7.2)."""

from __future__ import annotations

from checks.pdf.structure.lists.pdf_list_body_parent import PdfListBodyParent
from checks.pdf.structure.lists.pdf_list_caption_place import PdfListCaptionPlace
from checks.pdf.structure.lists.pdf_list_item_kids import PdfListItemKids
from checks.pdf.structure.lists.pdf_list_item_parent import PdfListItemParent
from checks.pdf.structure.lists.pdf_list_kids import PdfListKids
from checks.pdf.structure.lists.pdf_toc_caption_place import PdfTocCaptionPlace
from checks.pdf.structure.lists.pdf_toc_item_parent import PdfTocItemParent
from checks.pdf.structure.lists.pdf_toc_kids import PdfTocKids

RULES = (
    PdfListItemParent(),
    PdfListBodyParent(),
    PdfListKids(),
    PdfListItemKids(),
    PdfListCaptionPlace(),
    PdfTocItemParent(),
    PdfTocKids(),
    PdfTocCaptionPlace(),
)
