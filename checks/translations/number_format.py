"""Numbers and times are written as the language writes them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._rule import OnTranslations
from checks.values.wording import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Translation

_UNIT: Final = (
    r"(?=[ \u00a0\u202f]?(?:%|\u2030|\u20ac|\u00b0|[kMGT]i?B\b|kr\b|SEK\b|EUR\b|kg\b|[kcm]?m\b|ha\b|l\b"
    r"|procent\b|Prozent\b|miljo|miljard|Millio|Milliard|Mio\b|Mrd\b|kronor|Kronen|euro\b|Euro\b))"
)
_DECIMAL_POINT: Final = re.compile(rf"(?<![\w.,:])\d+\.\d{{1,2}}(?![\d.,]){_UNIT}")
_DECIMAL_COMMA: Final = re.compile(r"(?<![\w.,:])\d+,\d{1,2}(?![\d.,])")
_TWELVE_HOURS: Final = re.compile(r"(?<![\w.,:])\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?", re.IGNORECASE)
_MAY_BE_WRONG: Final = {
    "sv": (_DECIMAL_POINT, _TWELVE_HOURS),
    "de": (_DECIMAL_POINT, _TWELVE_HOURS),
    "en": (_DECIMAL_COMMA,),
}
_FORMS: Final = {"sv": "682,4 / kl. 15.30", "de": "682,4 / 15:30 Uhr", "en": "682.4 / 3:30pm"}


class NumberFormat(OnTranslations):
    """682,4 is a number in Swedish; in English some read two numbers, some more than six thousand.

    Write the number as the language does: 682,4 kB in Swedish and German, 682.4 kB in English; times
    in 24 hours in Swedish and German.
    """

    id = "number-format"
    title = msg("Numbers and times are written as the language writes them")
    severity = Severity.ADVISORY
    quality = Quality.LOCALE_VIOLATION

    def concerns(self, translation: Translation) -> bool:
        """Tell whether there is a number in a translation into a language known here."""
        return primary(translation.language) in _FORMS and bool(re.search(r"\d", plain(translation.msgstr)))

    def expectation(self, translation: Translation) -> Verdict:
        """Require the language's own decimal sign, and its clock."""
        tag = primary(translation.language)
        for pattern in _MAY_BE_WRONG[tag]:
            if found := pattern.search(plain(translation.msgstr)):
                return Failed(
                    msg(
                        "{written} is written as in another language. Write {form}.",
                        written=found[0],
                        form=_FORMS[tag],
                    )
                )
        return PASSED
