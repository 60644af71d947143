"""Images, links, buttons and frames say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.names.button_name import ButtonName
from checks.accessibility.names.drawing_name import DrawingName
from checks.accessibility.names.field_name import FieldName
from checks.accessibility.names.frame_name import FrameName
from checks.accessibility.names.frame_same_name import FrameSameName
from checks.accessibility.names.heading_descriptive import HeadingDescriptive
from checks.accessibility.names.heading_name import HeadingName
from checks.accessibility.names.image_alternative import ImageAlternative
from checks.accessibility.names.image_button_name import ImageButtonName
from checks.accessibility.names.image_decorative import ImageDecorative
from checks.accessibility.names.image_descriptive import ImageDescriptive
from checks.accessibility.names.image_file_name import ImageFileName
from checks.accessibility.names.image_of_text import ImageOfText
from checks.accessibility.names.label_descriptive import LabelDescriptive
from checks.accessibility.names.label_in_name import LabelInName
from checks.accessibility.names.link_adjacent import LinkAdjacent
from checks.accessibility.names.link_descriptive import LinkDescriptive
from checks.accessibility.names.link_descriptive_in_context import LinkDescriptiveInContext
from checks.accessibility.names.link_format import LinkFormat
from checks.accessibility.names.link_name import LinkName
from checks.accessibility.names.link_new_window import LinkNewWindow
from checks.accessibility.names.link_same_name import LinkSameName
from checks.accessibility.names.link_same_name_in_context import LinkSameNameInContext
from checks.accessibility.names.menu_item_name import MenuItemName
from checks.accessibility.names.object_name import ObjectName
from checks.accessibility.names.summary_name import SummaryName
from checks.accessibility.names.title_descriptive import TitleDescriptive

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    ImageAlternative(),
    ImageFileName(),
    ImageDescriptive(),
    ImageDecorative(),
    ImageOfText(),
    ImageButtonName(),
    DrawingName(),
    ObjectName(),
    FrameName(),
    FrameSameName(),
    LinkName(),
    LinkDescriptive(),
    LinkDescriptiveInContext(),
    LinkSameName(),
    LinkSameNameInContext(),
    LinkFormat(),
    LinkNewWindow(),
    LinkAdjacent(),
    ButtonName(),
    MenuItemName(),
    SummaryName(),
    FieldName(),
    LabelDescriptive(),
    LabelInName(),
    HeadingName(),
    HeadingDescriptive(),
    TitleDescriptive(),
)
