"""A translation is not the source text once more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.detection import recognise
from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.translations._text import excerpt, prose, words
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

# Letters of Swedish, in words that are no names, that a language does not have.
_FOREIGN_LETTERS: Final = {"en": "åäö", "de": "å"}


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
        letters = _FOREIGN_LETTERS.get(primary(translation.language), "")
        if any(
            word[0][0].islower() and not set(letters).isdisjoint(word[0]) for word in words(translation.msgid)
        ):
            return CannotTell(
                msg(
                    '"{text}" is the same in both languages. Translate it, unless it is a name.',
                    text=excerpt(translation.msgstr),
                )
            )
        return PASSED
