"""A translation ends as its source text does: with a full stop, a question mark, a colon, or nothing."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.model import PASSED, Failed, Quality, Severity, Verdict
from checks.translations._habits import habits
from checks.translations._rule import OnTranslations
from checks.values.wording import WORD, plain
from pipeline.model import msg

if TYPE_CHECKING:
    from checks.subjects import Catalog, Translation

# Signs of other scripts, as the one that they stand for.
_SIGNS: Final = str.maketrans("\u3002\uff0e\uff1a\uff1f\uff01\u061f\u061b\u0964\u0589\u2026", "..:?!?;...")
_GREEK: Final = str.maketrans(";\u037e", "??")
_WITHOUT_FULL_STOPS: Final = frozenset({"th", "lo", "km", "my", "bo", "dz"})
_AROUND: Final = (
    " \t\n\u00a0\u202f\"'()[]{}*"
    "\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\u300d\u300f\uff09"
)
_FEWEST: Final = 2  # words of what may be a sentence
_OPENING: Final = frozenset("\"'`(\u00ab\u00bb\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a")
_CLOSING: Final = frozenset("\"'`)\u00ab\u00bb\u2018\u2019\u201c\u201d\u2039\u203a")
_ASKED: Final = re.compile(r"([?!]) ?[(\[][^()\[\]]{1,40}[)\]]$")  # Continue? (y/n)
_SENTENCE: Final = re.compile(r"[^\W\d_]{2}[.!?] +(?=[^\W\d_])")  # a sentence ends and another begins
_ENDING: Final = re.compile(r"[.:;?!]+$")
# What has its own full stop: abbreviations, ordinals, a single letter.
_ABBREVIATED: Final = re.compile(
    r"(?:\b[^\W\d]|(?<!\d)\d{1,2}|\b(?:etc|usw|osv|bzw|resp|inkl|exkl|ca|tel|nr|no|kl|inc|ltd|co|max|min|dvs|sek|std|jan|feb|aug|sept?|okt|oct"
    r"|nov|dec|dez|approx|info|abk|st|mm|dyl|mfl|fl|cent|chr)|\.\w{1,4})\.$",
    re.IGNORECASE,
)


class EndPunctuation(OnTranslations):
    """A colon that announces a list, or the question mark of a question, is missed when it is not there.

    End the translation as the source text ends. Abbreviations may keep their full stop.
    """

    id = "end-punctuation"
    title = msg("Translations end with the punctuation of their source text")
    severity = Severity.ADVISORY
    quality = Quality.TYPOGRAPHICAL

    def concerns(self, translation: Translation) -> bool:
        """Tell whether either side ends with punctuation."""
        sides = _sides(translation)
        return any(_ending(*side) for side in sides) and all(WORD.search(plain(text)) for text, _ in sides)

    def expectation(self, translation: Translation) -> Verdict:
        """Require the same sign; one word more or less exclaiming is the language's own."""
        wanted, found = (_ending(text, language) for text, language in _sides(translation))
        if wanted == found or _may_differ(translation, wanted, found):
            return PASSED
        if not found:
            return Failed(
                msg('The source text ends with "{wanted}". End the translation so, too.', wanted=wanted)
            )
        if not wanted:
            return Failed(msg('The source text does not end with "{found}". Remove it.', found=found))
        return Failed(
            msg(
                'The source text ends with "{wanted}", the translation with "{found}". End it alike.',
                wanted=wanted,
                found=found,
            )
        )


def _sides(translation: Translation) -> tuple[tuple[str, str], tuple[str, str]]:
    return (translation.msgid, translation.source), (translation.msgstr, translation.language)


@lru_cache(maxsize=8192)
def _ending(text: str, language: str) -> str:
    """Return the punctuation at the end, inside of quotation marks and brackets or not: "…" for dots."""
    tag = primary(language)
    signs = plain(text).rstrip(_AROUND).translate(_SIGNS)
    asked = _ASKED.search(plain(text).rstrip())
    if asked is not None:
        return asked[1]
    found = _ENDING.search(signs.translate(_GREEK) if tag == "el" else signs)
    if found is None or (tag in _WITHOUT_FULL_STOPS and found[0] == "."):
        return ""
    before, after = signs[found.start() - 1 : found.start()], plain(text)[len(signs) : len(signs) + 1]
    if before in _OPENING and after in _CLOSING:  # the sign itself is quoted
        return ""
    return "." if set(found[0]) == {"."} else found[0][-1]


def _may_differ(translation: Translation, wanted: str, found: str) -> bool:
    """Return whether an abbreviation has the full stop, one language exclaims, or the catalog always does."""
    if {wanted, found} <= {".", ""} and _may_lack_full_stop(translation):
        return True
    if {wanted, found} <= {":", ""} and _goes_on(translation):
        return True
    return {wanted, found} == {".", "!"} or (wanted, found) in _habits(translation.catalog)


def _may_lack_full_stop(translation: Translation) -> bool:
    """Return whether an abbreviation or a word alone ends either side, or one has more sentences."""
    texts = (plain(translation.msgid).rstrip(_AROUND), plain(translation.msgstr).rstrip(_AROUND))
    if any(_ABBREVIATED.search(text) or len(WORD.findall(text)) < _FEWEST for text in texts):
        return True
    source, target = (len(_SENTENCE.findall(text)) for text in texts)
    return source != target


def _goes_on(translation: Translation) -> bool:
    """Return whether both sides end with a space: what a program puts behind belongs to the sentence."""
    return all(text.endswith(" ") for text in (translation.msgid, translation.msgstr))


@lru_cache(maxsize=8)
def _habits(catalog: Catalog) -> frozenset[tuple[str, str]]:
    """Return how source texts and their translations end in this catalog as a rule."""
    return habits(
        Counter(
            (_ending(each.msgid, each.source), _ending(each.msgstr, each.language))
            for each in catalog.translations()
        )
    )
