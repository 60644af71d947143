"""A translation begins with a capital or a small letter, as its source text does."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from babel import Locale

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._habits import habits
from checks.translations._rule import OnTranslations
from checks.values.wording import STAND_IN, WORD, plain
from pipeline.model import msg

if TYPE_CHECKING:
    import re

    from checks.subjects import Catalog, Translation

_OPENING: Final = (
    " \t\n\u00a0\"'([{*-.\u2022\u00b7\u2013\u2014\u2026"
    "\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u00bf\u00a1"
)
_JUDGED: Final = frozenset({"sv", "en", "de"})
_SHORTEST: Final = 3  # letters: CLDR also has M for Monday
_WITH_NOUNS: Final = "de"
_OWN_CAPITALS: Final = {
    "en": ("i", "tues", "thur", "thurs", "sept")
}  # words that have a capital wherever they stand


class Capitalisation(OnTranslations):
    """A heading in small letters, or a capital in the middle of a list, looks like a slip.

    Begin as the source text begins. German nouns, and English names of days, months and languages,
    have their capital anyway.
    """

    id = "capitalisation"
    title = msg("Translations begin with a capital where their source text does")
    severity = Severity.ADVISORY
    quality = Quality.TYPOGRAPHICAL

    def concerns(self, translation: Translation) -> bool:
        """Tell whether both sides begin with a letter, in languages whose rules are known here."""
        known = {primary(translation.source), primary(translation.language)} <= _JUDGED
        return known and not translation.is_address and all(_first(text) for text in _sides(translation))

    def expectation(self, translation: Translation) -> Verdict:
        """Require the same case of the first letter, unless the word itself asks for another."""
        was_upper = _changed_case(translation)
        if was_upper is None or _may_differ(translation) or was_upper in _habits(translation.catalog):
            return PASSED
        if was_upper:
            return Failed(msg("The source text begins with a capital letter. Begin the translation so, too."))
        return Failed(msg("The source text begins with a small letter. Begin the translation so, too."))


def _may_differ(translation: Translation) -> bool:
    """Return whether a word has its case from elsewhere: German nouns, names, words of the source."""
    before, after = (_first(text) for text in _sides(translation))
    if before is None or after is None:
        return True
    noun = translation.language if _is_upper(after) else translation.source
    return (
        primary(noun) == _WITH_NOUNS
        or _is_fixed(before[0], translation.source)
        or _is_fixed(after[0], translation.language)
        or _stands_in(after[0], translation.msgid)
    )


def _is_upper(word: re.Match[str]) -> bool:
    return word[0][0].isupper()


@lru_cache(maxsize=8)
def _habits(catalog: Catalog) -> frozenset[bool | None]:
    """Return whether this catalog begins texts in its own way as a rule: those in capitals, the others."""
    return habits(Counter(_changed_case(translation) for translation in catalog.translations())) - {None}


def _changed_case(translation: Translation) -> bool | None:
    """Return whether a changed first letter is a capital in the source; None where it is not changed."""
    before, after = (_first(text) for text in _sides(translation))
    if before is None or after is None or _is_upper(before) == _is_upper(after):
        return None
    return _is_upper(before)


def _sides(translation: Translation) -> tuple[str, str]:
    return translation.msgid, translation.msgstr


def _first(text: str) -> re.Match[str] | None:
    """Return the first word, where the text begins with one."""
    words = plain(text).lstrip(_OPENING)
    found = WORD.match(words)
    follows = words[found.end() : found.end() + 1] if found else ""
    return None if follows in {STAND_IN, "_", "/", "=", "@"} and follows else found


def _is_fixed(word: str, language: str) -> bool:
    """Return whether the word is always written as it is: EU-samordnare, iOS, English, Monday."""
    return not (word.islower() or word.istitle()) or word.lower() in _capitalised(primary(language))


def _stands_in(word: str, text: str) -> bool:
    """Return whether the word is one of the source text's: a name, a command."""
    return any(match[0] == word for match in WORD.finditer(plain(text)))


@cache
def _capitalised(tag: str) -> frozenset[str]:
    """Return the words, in lower case, that English writes with a capital: languages, days, months."""
    if tag != "en":
        return frozenset()
    cldr = Locale("en")
    days = (name for context in cldr.days.values() for names in context.values() for name in names.values())
    months = (
        name for context in cldr.months.values() for names in context.values() for name in names.values()
    )
    names = (*cldr.languages.values(), *cldr.territories.values(), *days, *months)
    first_words = (name.split()[0].lower() for name in names if len(name) >= _SHORTEST)
    return frozenset(first_words) | frozenset(_OWN_CAPITALS[tag])
