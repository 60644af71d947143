"""Words are easy to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.text.abbreviation_explained import AbbreviationExplained
from checks.accessibility.text.reading_index import ReadingIndex
from checks.accessibility.text.typed_capitals import TypedCapitals
from checks.accessibility.text.visual_reference import VisualReference

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    TypedCapitals(),
    AbbreviationExplained(),
    ReadingIndex(),
    VisualReference(),
)
