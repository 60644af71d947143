"""Rules on the editions of a page in several languages, and on what is left undone in any of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.editions.block_language import BlockLanguage
from checks.editions.edition_document_shape import EditionDocumentShape
from checks.editions.edition_documents import EditionDocuments
from checks.editions.edition_images import EditionImages
from checks.editions.edition_links import EditionLinks
from checks.editions.edition_lists import EditionLists
from checks.editions.edition_missing import EditionMissing
from checks.editions.edition_order import EditionOrder
from checks.editions.edition_outline import EditionOutline
from checks.editions.edition_tables import EditionTables
from checks.editions.filler_text import FillerText
from checks.editions.hreflang_tag import HreflangTag
from checks.editions.language_alternates import LanguageAlternates
from checks.editions.language_alternates_complete import LanguageAlternatesComplete
from checks.editions.leftover_template import LeftoverTemplate
from checks.editions.name_capitals import NameCapitals
from checks.editions.repeated_text import RepeatedText

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    EditionMissing(),
    LanguageAlternates(),
    LanguageAlternatesComplete(),
    HreflangTag(),
    EditionOutline(),
    EditionLinks(),
    EditionImages(),
    EditionTables(),
    EditionLists(),
    EditionOrder(),
    EditionDocuments(),
    EditionDocumentShape(),
    BlockLanguage(),
    LeftoverTemplate(),
    FillerText(),
    RepeatedText(),
    NameCapitals(),
)
