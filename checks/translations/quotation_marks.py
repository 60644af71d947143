"""Quotation marks are those of the language."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._habits import habits
from checks.translations._rule import OnTranslations
from checks.values.wording import marked_up
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from checks.subjects import Catalog, Translation
    from pipeline.po import Entry

# CLDR, and what printers use beside it: guillemets in Swedish and German.
_WRITTEN: Final = {"sv": "\u201d\u2026\u201d", "en": "\u2018\u2026\u2019", "de": "\u201e\u2026\u201c"}
_WRONG: Final = {
    "sv": re.compile(r"[\u201c\u201e\u201a]|(?<!\w)\u2018|\u2018(?!\w)|\u00ab(?=\w)"),
    "en": re.compile(
        r"[\u201e\u201a\u00ab\u00bb]|(?<![\w.,!?)])\u201d(?=\w)|(?<!\w)\u2019(?=\w[^\u2018]*\u2019(?!\w))"
    ),
    "de": re.compile(
        r"(?<!\w)\u201d(?=\w)|\u201c(?=\w)|(?<=[\w.!?])\u201d|(?<!\w)\u2019(?=\w[^\u201a]*\u2019(?!\w))"
    ),
}
_CURLY: Final = re.compile("[\u201c-\u201e\u00ab\u00bb]")
_STRAIGHT: Final = re.compile(r'(?<![\w=\\])"(?=\w)')


class QuotationMarks(OnTranslations):
    """Quotation marks of another language look like a misprint, and may be read out under odd names.

    Write ”…” in Swedish, ‘…’ or “…” in English, „…“ in German.
    """

    id = "quotation-marks"
    title = msg("Quotation marks are those of the language")
    severity = Severity.ADVISORY
    quality = Quality.LOCALE_VIOLATION

    def concerns(self, translation: Translation) -> bool:
        """Tell whether a translation into a language known here has quotation marks."""
        is_known = primary(translation.language) in _WRONG
        return is_known and bool(re.search('["\u2018-\u201f\u00ab\u00bb]', translation.msgstr))

    def expectation(self, translation: Translation) -> Verdict:
        """Require none of another language, and no straight ones where the source has printed ones."""
        tag = primary(translation.language)
        text = marked_up(translation.msgstr)
        written = _WRITTEN[tag]
        if wrong := _WRONG[tag].search(text):
            if (first := _habit(translation.catalog, wrong[0])) is not None:
                return PASSED if first is not translation.entry else Failed(_always(wrong[0], written))
            return Failed(
                msg(
                    "{sign} is no quotation mark of the language here. Write {written}.",
                    sign=wrong[0],
                    written=written,
                )
            )
        if _CURLY.search(translation.msgid) and not _CURLY.search(text) and _STRAIGHT.search(text):
            return Failed(msg("The quotation marks are straight. Write {written}.", written=written))
        return PASSED


def _always(sign: str, written: str) -> Message:
    return msg(
        "{sign} is no quotation mark of the language; the whole catalog has it. Write {written}.",
        sign=sign,
        written=written,
    )


@lru_cache(maxsize=32)
def _habit(catalog: Catalog, sign: str) -> Entry | None:
    """Return the first entry with a wrong ``sign`` where the catalog has it as a rule."""
    pattern = _WRONG[primary(catalog.language)]
    texts = [(each.entry, pattern.search(marked_up(each.msgstr))) for each in catalog.translations()]
    has_it = [entry for entry, found in texts if found and found[0] == sign]
    ways = Counter({sign: len(has_it), "": len(texts) - len(has_it)})
    return has_it[0] if sign in habits(ways) else None
