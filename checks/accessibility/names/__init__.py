"""Images, links, buttons and frames say what they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.names.image_alternative import ImageAlternative
from checks.accessibility.names.image_file_name import ImageFileName

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    ImageAlternative(),
    ImageFileName(),
)
