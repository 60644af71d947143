"""A translation is in the language of its catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.detection import recognise
from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values.wording import WORD, prose, words
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_FEWEST: Final = 4  # words of a text in some other language
_FEWEST_OF_SOURCE: Final = 3  # words of a text that has been left in the language of the source


class TargetLanguage(OnTranslations):
    """A text in another language than its page is read out with the wrong sounds, and understood by few.

    Write the translation in the language of the catalog. A quotation that is to stay in its own
    language is kept out of translation in the source, or gets the flag no-target-language.
    """

    id = "target-language"
    title = msg("Translations are in the language of their catalog")
    severity = Severity.BLOCKING
    quality = Quality.MISTRANSLATION

    def concerns(self, translation: Translation) -> bool:
        """Tell whether there are words, and others than those of the source."""
        return (
            translation.msgid.strip() != translation.msgstr.strip()
            and not translation.is_address
            and any(words(translation.msgstr))
        )

    def expectation(self, translation: Translation) -> Verdict:
        """Require that it is not certainly in another language."""
        language, text = translation.language, prose(translation.msgstr)
        found = recognise(text, language)
        if found is None or primary(found) == primary(language):
            return PASSED
        fewest = _FEWEST_OF_SOURCE if primary(found) == primary(translation.source) else _FEWEST
        if len(WORD.findall(text)) < fewest:
            return PASSED
        return Failed(
            msg(
                "The translation is in {found}, its catalog in {language}. Translate it.",
                found=found,
                language=language,
            )
        )
