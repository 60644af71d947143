"""No word stands twice in a row by mistake."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values.wording import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Translation

_DOUBLED: Final = re.compile(r"(?<![^\s(,;:.])([^\W\d_]{2,})[ \n](?i:\1)(?![^\s),;:.!?])")
# Words that may follow themselves: die, die bleiben; had had; det det handlar om.
_MAY_BE: Final = {
    "sv": "om som det den de så var när att är för han hon",
    "en": "that had is her so very you",
    "de": "die der das den dem sie wir es so ein zu an mit vor ab nach",
}


class DoubledWords(OnTranslations):
    """A word said twice is a slip that every reader stumbles over, and a screen reader reads both.

    Remove one of the two.
    """

    id = "doubled-words"
    title = msg("No word stands twice in a row")
    severity = Severity.ADVISORY
    quality = Quality.DUPLICATION

    def concerns(self, translation: Translation) -> bool:
        """Tell whether a word follows itself."""
        return any(_doubled(translation.msgstr))

    def expectation(self, translation: Translation) -> Verdict:
        """Require that it is a word that may, or that the source does the same."""
        allowed = {*_MAY_BE.get(primary(translation.language), "").split(), *_doubled(translation.msgid)}
        if any(_doubled(translation.msgid)):
            return PASSED
        for word in _doubled(translation.msgstr):
            if word not in allowed:
                return Failed(msg('"{word}" stands twice in a row. Remove one.', word=word))
        return PASSED


def _doubled(text: str) -> Iterator[str]:
    found = (match for match in _DOUBLED.finditer(plain(text)) if match[0].split()[1].islower())
    return (match[1].lower() for match in found)
