"""Pages have a title, headings, landmarks and tables that tools understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.structure.bypass_blocks import BypassBlocks
from checks.accessibility.structure.bypass_folding import BypassFolding
from checks.accessibility.structure.bypass_heading import BypassHeading
from checks.accessibility.structure.bypass_landmark import BypassLandmark
from checks.accessibility.structure.bypass_link import BypassLink
from checks.accessibility.structure.empty_paragraph import EmptyParagraph
from checks.accessibility.structure.heading_level import HeadingLevel
from checks.accessibility.structure.layout_table import LayoutTable
from checks.accessibility.structure.page_heading import PageHeading
from checks.accessibility.structure.page_heading_single import PageHeadingSingle
from checks.accessibility.structure.page_main import PageMain
from checks.accessibility.structure.page_refresh import PageRefresh
from checks.accessibility.structure.page_refresh_delay import PageRefreshDelay
from checks.accessibility.structure.page_title import PageTitle
from checks.accessibility.structure.table_cell_headers import TableCellHeaders
from checks.accessibility.structure.table_header_cells import TableHeaderCells
from checks.accessibility.structure.typed_list import TypedList

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    PageTitle(),
    PageHeading(),
    PageHeadingSingle(),
    HeadingLevel(),
    PageMain(),
    BypassBlocks(),
    BypassHeading(),
    BypassLandmark(),
    BypassLink(),
    BypassFolding(),
    PageRefreshDelay(),
    PageRefresh(),
    TableCellHeaders(),
    TableHeaderCells(),
    LayoutTable(),
    TypedList(),
    EmptyParagraph(),
)
