"""No characters of a translation have been damaged on their way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_SUSPICIOUS: Final = re.compile("[^\x00-\x7f]|[\x00-\x06\x0e-\x1f\x7f]")
# UTF-8 that was read as Latin-1 or Windows-1252; the replacement character; controls; private use.
_MOJIBAKE: Final = re.compile(
    "[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    "|\u00e2\u20ac[\u0080-\u00bf\u0153\u2018-\u203a\u2122\u02dc\u0161]"
)
_CONTROL: Final = re.compile("[\ufffd\x00-\x06\x0e-\x1f\x7f-\x9f\ue000-\uf8ff]")


class CorruptCharacters(OnTranslations):
    """A word with broken letters cannot be read, neither by people nor by a screen reader.

    Write the characters anew. The file was probably saved in another encoding than UTF-8 once.
    """

    id = "corrupt-characters"
    title = msg("No characters are damaged")
    severity = Severity.BLOCKING
    quality = Quality.CHARACTERS

    def concerns(self, translation: Translation) -> bool:
        """Tell whether there is any character that could be the remains of another."""
        return bool(_SUSPICIOUS.search(translation.msgstr))

    def expectation(self, translation: Translation) -> Verdict:
        """Require none that only damage explains, or that the source has too."""
        for pattern in (_MOJIBAKE, _CONTROL):
            found = pattern.search(translation.msgstr)
            if found and found[0] not in translation.msgid:
                codes = " ".join(f"U+{ord(character):04X}" for character in found[0])
                return Failed(
                    msg("Damaged characters ({codes}) stand in the text. Write them anew.", codes=codes)
                )
        return PASSED
