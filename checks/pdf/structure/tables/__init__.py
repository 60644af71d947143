"""Tables: rows, cells, headers and captions (PDF/UA-1, 7.2 and 7.5)."""

from __future__ import annotations

from checks.pdf.structure.tables.pdf_data_cell_parent import PdfDataCellParent
from checks.pdf.structure.tables.pdf_header_cell_parent import PdfHeaderCellParent
from checks.pdf.structure.tables.pdf_table_body_kids import PdfTableBodyKids
from checks.pdf.structure.tables.pdf_table_body_parent import PdfTableBodyParent
from checks.pdf.structure.tables.pdf_table_caption_place import PdfTableCaptionPlace
from checks.pdf.structure.tables.pdf_table_caption_single import PdfTableCaptionSingle
from checks.pdf.structure.tables.pdf_table_cell_hangs import PdfTableCellHangs
from checks.pdf.structure.tables.pdf_table_cell_overlap import PdfTableCellOverlap
from checks.pdf.structure.tables.pdf_table_foot_body import PdfTableFootBody
from checks.pdf.structure.tables.pdf_table_foot_kids import PdfTableFootKids
from checks.pdf.structure.tables.pdf_table_foot_parent import PdfTableFootParent
from checks.pdf.structure.tables.pdf_table_foot_single import PdfTableFootSingle
from checks.pdf.structure.tables.pdf_table_head_body import PdfTableHeadBody
from checks.pdf.structure.tables.pdf_table_head_kids import PdfTableHeadKids
from checks.pdf.structure.tables.pdf_table_head_parent import PdfTableHeadParent
from checks.pdf.structure.tables.pdf_table_head_single import PdfTableHeadSingle
from checks.pdf.structure.tables.pdf_table_header_ids import PdfTableHeaderIds
from checks.pdf.structure.tables.pdf_table_headers import PdfTableHeaders
from checks.pdf.structure.tables.pdf_table_kids import PdfTableKids
from checks.pdf.structure.tables.pdf_table_row_kids import PdfTableRowKids
from checks.pdf.structure.tables.pdf_table_row_long import PdfTableRowLong
from checks.pdf.structure.tables.pdf_table_row_parent import PdfTableRowParent
from checks.pdf.structure.tables.pdf_table_row_short import PdfTableRowShort

RULES = (
    PdfTableKids(),
    PdfTableRowParent(),
    PdfTableHeadParent(),
    PdfTableBodyParent(),
    PdfTableFootParent(),
    PdfHeaderCellParent(),
    PdfDataCellParent(),
    PdfTableRowKids(),
    PdfTableHeadSingle(),
    PdfTableFootSingle(),
    PdfTableCaptionSingle(),
    PdfTableFootBody(),
    PdfTableHeadBody(),
    PdfTableCaptionPlace(),
    PdfTableHeadKids(),
    PdfTableBodyKids(),
    PdfTableFootKids(),
    PdfTableCellOverlap(),
    PdfTableCellHangs(),
    PdfTableRowLong(),
    PdfTableRowShort(),
    PdfTableHeaders(),
    PdfTableHeaderIds(),
)
