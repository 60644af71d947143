"""Rules on HTML as its standard has it: what parsers have to mend, and what authors must not write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.html.attribute_obsolete import AttributeObsolete
from checks.html.attribute_unknown import AttributeUnknown
from checks.html.character_reference import CharacterReference
from checks.html.doctype import Doctype
from checks.html.duplicate_attribute import DuplicateAttribute
from checks.html.duplicate_id import DuplicateId
from checks.html.element_content import ElementContent
from checks.html.element_obsolete import ElementObsolete
from checks.html.element_overlap import ElementOverlap
from checks.html.element_unclosed import ElementUnclosed
from checks.html.element_unknown import ElementUnknown
from checks.html.end_tag_stray import EndTagStray
from checks.html.page_size import PageSize
from checks.html.self_closing_tag import SelfClosingTag
from checks.html.tag_syntax import TagSyntax

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    PageSize(),
    Doctype(),
    DuplicateId(),
    DuplicateAttribute(),
    ElementUnclosed(),
    ElementOverlap(),
    EndTagStray(),
    SelfClosingTag(),
    ElementContent(),
    ElementUnknown(),
    ElementObsolete(),
    AttributeUnknown(),
    AttributeObsolete(),
    CharacterReference(),
    TagSyntax(),
)
