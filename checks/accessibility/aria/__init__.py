"""WAI-ARIA is used as its specification says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.aria.aria_attribute_allowed import AriaAttributeAllowed
from checks.accessibility.aria.aria_attribute_prohibited import AriaAttributeProhibited
from checks.accessibility.aria.aria_attribute_required import AriaAttributeRequired
from checks.accessibility.aria.aria_attribute_valid import AriaAttributeValid
from checks.accessibility.aria.aria_value_valid import AriaValueValid
from checks.accessibility.aria.decoration_exposed import DecorationExposed
from checks.accessibility.aria.id_reference import IdReference
from checks.accessibility.aria.landmark_name import LandmarkName
from checks.accessibility.aria.presentational_children_focus import PresentationalChildrenFocus
from checks.accessibility.aria.required_context import RequiredContext
from checks.accessibility.aria.required_owned import RequiredOwned
from checks.accessibility.aria.role_valid import RoleValid

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    RoleValid(),
    AriaAttributeValid(),
    AriaValueValid(),
    AriaAttributeAllowed(),
    AriaAttributeProhibited(),
    AriaAttributeRequired(),
    RequiredContext(),
    RequiredOwned(),
    PresentationalChildrenFocus(),
    DecorationExposed(),
    IdReference(),
    LandmarkName(),
)
