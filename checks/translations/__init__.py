"""Rules on catalogs: what translators wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.translations.addresses_kept import AddressesKept
from checks.translations.allowed_characters import AllowedCharacters
from checks.translations.capitalisation import Capitalisation
from checks.translations.catalog_complete import CatalogComplete
from checks.translations.catalog_language import CatalogLanguage
from checks.translations.corrupt_characters import CorruptCharacters
from checks.translations.dashes import Dashes
from checks.translations.doubled_words import DoubledWords
from checks.translations.edge_whitespace import EdgeWhitespace
from checks.translations.end_punctuation import EndPunctuation
from checks.translations.glossary_terms import GlossaryTerms
from checks.translations.header_boilerplate import HeaderBoilerplate
from checks.translations.inconsistent_translation import InconsistentTranslation
from checks.translations.names_kept import NamesKept
from checks.translations.number_format import NumberFormat
from checks.translations.placeholders import Placeholders
from checks.translations.plural_forms import PluralForms
from checks.translations.quotation_marks import QuotationMarks
from checks.translations.same_as_source import SameAsSource
from checks.translations.shared_translation import SharedTranslation
from checks.translations.silence_reason import SilenceReason
from checks.translations.source_words import SourceWords
from checks.translations.spelling import Spelling
from checks.translations.storage_size import StorageSize
from checks.translations.target_language import TargetLanguage
from checks.translations.values_kept import ValuesKept

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: Final[tuple[AnyRule, ...]] = (
    CatalogComplete(),
    CatalogLanguage(),
    PluralForms(),
    HeaderBoilerplate(),
    SilenceReason(),
    Placeholders(),
    ValuesKept(),
    AddressesKept(),
    NamesKept(),
    SameAsSource(),
    TargetLanguage(),
    SourceWords(),
    CorruptCharacters(),
    StorageSize(),
    AllowedCharacters(),
    GlossaryTerms(),
    InconsistentTranslation(),
    SharedTranslation(),
    Spelling(),
    DoubledWords(),
    EdgeWhitespace(),
    EndPunctuation(),
    Capitalisation(),
    QuotationMarks(),
    Dashes(),
    NumberFormat(),
)
"""The file and its header; what a translation keeps; its terms; its form."""
