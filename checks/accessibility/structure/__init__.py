"""Pages have a title, headings, landmarks and tables that tools understand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.structure.page_heading import PageHeading
from checks.accessibility.structure.page_main import PageMain
from checks.accessibility.structure.page_title import PageTitle

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    PageTitle(),
    PageHeading(),
    PageMain(),
)
