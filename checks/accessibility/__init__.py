"""The accessibility family, on shelves: what each is about, its first lines say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility import aria, forms, keyboard, language, media, names, structure, text, visual

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    *structure.RULES,
    *language.RULES,
    *names.RULES,
    *forms.RULES,
    *keyboard.RULES,
    *aria.RULES,
    *visual.RULES,
    *media.RULES,
    *text.RULES,
)
