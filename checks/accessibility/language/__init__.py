"""Text is read with the sounds of its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.language.language_link import LanguageLink
from checks.accessibility.language.page_language import PageLanguage
from checks.accessibility.language.page_language_detected import PageLanguageDetected
from checks.accessibility.language.page_language_tag import PageLanguageTag
from checks.accessibility.language.part_language_detected import PartLanguageDetected
from checks.accessibility.language.part_language_tag import PartLanguageTag

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    PageLanguage(),
    PageLanguageTag(),
    PageLanguageDetected(),
    PartLanguageTag(),
    PartLanguageDetected(),
    LanguageLink(),
)
