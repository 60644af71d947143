"""Fields can be filled in by everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.forms.autocomplete_valid import AutocompleteValid
from checks.accessibility.forms.field_error import FieldError
from checks.accessibility.forms.group_name import GroupName
from checks.accessibility.forms.placeholder_label import PlaceholderLabel

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    PlaceholderLabel(),
    GroupName(),
    AutocompleteValid(),
    FieldError(),
)
