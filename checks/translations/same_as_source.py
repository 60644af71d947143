"""A translation is not the source text once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.detection import recognise
from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values.wording import FOREIGN_LETTERS, WORD, excerpt, prose, words
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_SEVERAL: Final = 3  # words with small letters that are hardly one name


class SameAsSource(OnTranslations):
    """Who does not read Swedish finds a text that nobody has translated, on a page that says otherwise.

    Translate the text. What is the same in both languages, as a name or a quoted title, may stand:
    silence the rule on the entry with the flag no-same-as-source and a comment that says why.
    """

    id = "same-as-source"
    title = msg("Translations are no copies of the source text")
    severity = Severity.BLOCKING
    quality = Quality.UNTRANSLATED

    def concerns(self, translation: Translation) -> bool:
        """Tell whether the same words stand on both sides, of two languages."""
        return (
            translation.msgid.strip() == translation.msgstr.strip()
            and primary(translation.source) != primary(translation.language)
            and not translation.is_address
            and any(words(translation.msgid))
        )

    def expectation(self, translation: Translation) -> Verdict:
        """Require that the text is not certainly in the language of the source."""
        found = recognise(prose(translation.msgstr), translation.language)
        if found is not None and primary(found) == primary(translation.source):
            return Failed(
                msg('"{text}" is the source text itself. Translate it.', text=excerpt(translation.msgstr))
            )
        if _looks_translatable(translation):
            return CannotTell(
                msg(
                    '"{text}" is the same in both languages. Translate it, unless it is a name.',
                    text=excerpt(translation.msgstr),
                )
            )
        return PASSED


def _looks_translatable(translation: Translation) -> bool:
    """Return whether there are words with small letters: several, or one that the language cannot have."""
    small = [word for word in WORD.findall(prose(translation.msgid)) if word[0].islower() and len(word) > 1]
    letters = FOREIGN_LETTERS.get(primary(translation.language), "")
    return len(small) >= _SEVERAL or any(not set(letters).isdisjoint(word) for word in small)
