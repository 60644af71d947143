"""What is seen can be read, enlarged and turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.visual.letter_spacing import LetterSpacing
from checks.accessibility.visual.line_spacing import LineSpacing
from checks.accessibility.visual.link_distinct import LinkDistinct
from checks.accessibility.visual.orientation_free import OrientationFree
from checks.accessibility.visual.target_size import TargetSize
from checks.accessibility.visual.text_clipped import TextClipped
from checks.accessibility.visual.text_contrast import TextContrast
from checks.accessibility.visual.text_contrast_enhanced import TextContrastEnhanced
from checks.accessibility.visual.text_justified import TextJustified
from checks.accessibility.visual.text_moving import TextMoving
from checks.accessibility.visual.text_selectable import TextSelectable
from checks.accessibility.visual.text_updating import TextUpdating
from checks.accessibility.visual.touch_zoom import TouchZoom
from checks.accessibility.visual.viewport_zoom import ViewportZoom
from checks.accessibility.visual.word_spacing import WordSpacing

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    TextContrast(),
    TextContrastEnhanced(),
    LetterSpacing(),
    WordSpacing(),
    LineSpacing(),
    ViewportZoom(),
    OrientationFree(),
    TextClipped(),
    LinkDistinct(),
    TextJustified(),
    TextMoving(),
    TextUpdating(),
    TouchZoom(),
    TextSelectable(),
    TargetSize(),
)
