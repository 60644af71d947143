"""No words of the source language are left over in a translation."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checks.detection import recognise
from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values.wording import FOREIGN_LETTERS, STAND_IN, WORD, plain, prose
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Translation

_QUOTED: Final = re.compile(
    r"[\u201c-\u201e][^\u201c-\u201e]*[\u201c-\u201e]|\"[^\"]*\"|\u00ab[^\u00bb]*\u00bb|\u00bb[^\u00ab\u00bb]*[\u00ab\u00bb]"
    r"|(?<!\w)[\u2018\u201a'`][^\u2018\u2019']*[\u2018\u2019'](?!\w)|<[^<>]*>|\[[^\[\]]*\]"
)
# Words that hold sentences together and that only their own language has; none that programs are full of.
_OWN: Final = {
    "sv": "och att är på för av inte från till eller också efter när där vid vår våra vårt deras ska skall "
    "kan som med genom mellan under över utan sedan samt enligt hos mot redan mycket många några något någon "
    "eftersom därför måste bör får vill blir dig mig oss dem den det ett din ditt dina sina varje både även "
    "hur vad vem vilka",
    "en": "the of and with your this that these those which are they their would should could our been "
    "because about into than you yours must cannot between through during",
    "de": "und der die das nicht mit von für auf ist sind wird werden oder auch bei nach aus dem den des "
    "einer eine eines sich zum zur wir unsere ihre über durch zwischen wenn dass können müssen",
}
_ENDINGS: Final = (
    "ningen", "ningar", "ningarna", "heten", "heter", "heterna", "arna", "orna", "erna", "skapet", "skapen",
    "elsen", "elser", "elserna", "andet", "endet", "ligt", "iskt",
)  # fmt: skip
_ALSO: Final = {"sv": "under dem den", "en": "under till die", "de": "dem den der"}  # words of two languages


class SourceWords(OnTranslations):
    """A Swedish word in the middle of a German sentence stops every reader, and a screen reader too.

    Translate the word. A name or a title that stays in its language is put between quotation marks,
    or kept out of translation in the source.
    """

    id = "source-words"
    title = msg("No words of the source text are left over")
    severity = Severity.BLOCKING
    quality = Quality.UNTRANSLATED

    def concerns(self, translation: Translation) -> bool:
        """Tell whether source and translation have a word in common that only the source's language has."""
        return translation.msgid.strip() != translation.msgstr.strip() and any(_left_over(translation))

    def expectation(self, translation: Translation) -> Verdict:
        """Require that such words belong to a name; a text wholly in another language is another rule's."""
        word = next((word for word, is_name in _left_over(translation) if not is_name), None)
        if word is None or recognise(plain(translation.msgstr), translation.language) != translation.language:
            return PASSED
        return Failed(msg('The word "{word}" of the source text is left over. Translate it.', word=word))


def _left_over(translation: Translation) -> Iterator[tuple[str, bool]]:
    """Yield the words in the translation that only the source's language has.

    The second value tells whether it is part of a name, which is copied from the source.
    """
    source = plain(translation.msgid)
    own = _own(primary(translation.source), primary(translation.language))
    letters = frozenset(FOREIGN_LETTERS.get(primary(translation.language), ""))
    known = frozenset(WORD.findall(source))
    text = prose(_QUOTED.sub(STAND_IN, plain(translation.msgstr)))
    found = list(WORD.finditer(text))
    for index, word in enumerate(found):
        if word[0] in own or (word[0] in known and _is_foreign(word[0], letters, translation)):
            around = found[max(index - 1, 0) : index + 2]
            yield word[0], _is_copied(text, around, source)


def _is_foreign(word: str, letters: frozenset[str], translation: Translation) -> bool:
    """Return whether a word of the source is none of the language, going by what is known of it.

    It has letters that the language has not (å alone names a letter); or it is Swedish, going by its
    ending or our list, and the language is one of those that the list was made for.
    """
    if len(word) == 1 or not word.islower():
        return False
    if not letters.isdisjoint(word):
        return True
    is_from_swedish = primary(translation.source) == "sv" and bool(letters)
    return is_from_swedish and (word.endswith(_ENDINGS) or word in _swedish())


@cache
def _swedish() -> frozenset[str]:
    """Return the words of public pages that have no Swedish vowel, and are in no other language either."""
    lines = Path(__file__).with_name("swedish_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _own(source: str, language: str) -> frozenset[str]:
    """Return the words that are common in ``source`` and are none in ``language``."""
    if language not in _OWN:  # Norwegian has half of the Swedish words
        return frozenset()
    others = {*_OWN[language].split(), *_ALSO[language].split()}
    return frozenset(_OWN.get(source, "").split()) - others


def _is_copied(text: str, around: list[re.Match[str]], source: str) -> bool:
    """Return whether the words stand in the source just so, and one of them begins with a capital."""
    phrase = text[around[0].start() : around[-1].end()]
    at = source.find(phrase)
    return len(around) > 1 and at > 0 and any(word[0][0].isupper() for word in around)
