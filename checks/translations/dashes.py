"""Dashes are dashes, and of the length that the language uses."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._habits import habits
from checks.translations._rule import OnTranslations
from checks.values.wording import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Catalog, Translation
    from pipeline.po import Entry

_ANY: Final = re.compile(r"[\u2013\u2014]| - |\d-\d")
_DASH: Final = re.compile(r"[\u2013\u2014]")
_SPACED_HYPHEN: Final = re.compile(r"(?<=\w) -{1,2} (?=\w)")
_HYPHENATED_RANGE: Final = re.compile(r"(?<![\w-])\d+(?:[.:]\d\d)?-\d+(?:[.:]\d\d)?(?![\w-])")
_RANGE: Final = re.compile(r"\d ?\u2013 ?\d")
_SEVERAL: Final = 3  # em dashes for each en dash of a catalog that has the long ones as a rule
_EN_DASH: Final = "\u2013"
_EM_DASH: Final = "\u2014"
_SHORT_DASHES: Final = frozenset({"sv", "de"})


class Dashes(OnTranslations):
    """A hyphen between spaces reads as a slip; between two times, a screen reader says it or leaves it out.

    Write an en dash between spaces where a thought is set apart, and an en dash without spaces in
    ranges; English public sites write "to" in ranges. Swedish and German have no em dash.
    """

    id = "dashes"
    title = msg("Dashes are those of the language")
    severity = Severity.ADVISORY
    quality = Quality.TYPOGRAPHICAL

    def concerns(self, translation: Translation) -> bool:
        """Tell whether the translation has a dash, or a hyphen in its place."""
        return bool(_ANY.search(plain(translation.msgstr)))

    def expectation(self, translation: Translation) -> Verdict:
        """Require a dash where the source has one, and none that the language does not use."""
        source, text = plain(translation.msgid), plain(translation.msgstr)
        if _DASH.search(source) and not _SPACED_HYPHEN.search(source) and _SPACED_HYPHEN.search(text):
            return Failed(msg("A hyphen stands between spaces. Write a dash (\u2013)."))
        if _RANGE.search(source) and not _HYPHENATED_RANGE.search(source) and _HYPHENATED_RANGE.search(text):
            return Failed(msg("A hyphen stands in a range. Write a dash (\u2013) without spaces, or words."))
        return _judge_long(translation) if _is_long(translation) else PASSED


def _is_long(translation: Translation) -> bool:
    """Return whether a translation has an em dash of its own, in a language without."""
    is_short = primary(translation.language) in _SHORT_DASHES
    return is_short and _EM_DASH in plain(translation.msgstr) and _EM_DASH not in plain(translation.msgid)


def _judge_long(translation: Translation) -> Verdict:
    """Return that it is wrong; where the whole catalog has it, that is said once."""
    first = _habit(translation.catalog)
    if first is None:
        return Failed(
            msg("The long dash (\u2014) is not used in this language. Write the shorter one (\u2013).")
        )
    if translation.entry is not first:
        return PASSED
    return Failed(
        msg(
            "The long dash (\u2014) is not used in this language; the whole catalog has it. "
            "Write the shorter one (\u2013)."
        )
    )


@lru_cache(maxsize=8)
def _habit(catalog: Catalog) -> Entry | None:
    """Return the first entry with an em dash where the catalog has it as a rule."""
    long = [each.entry for each in catalog.translations() if _is_long(each)]
    short = sum(_EN_DASH in each.msgstr for each in catalog.translations())
    is_rule = len(long) >= _SEVERAL * max(short, 1) or _EM_DASH in habits(Counter({_EM_DASH: len(long)}))
    return long[0] if is_rule else None
