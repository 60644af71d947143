"""Different texts have different translations."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalogs, Shared
from checks.translations._text import WORD, excerpt, plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Translation

_FEWEST: Final = 2  # words of a translation that is not by chance the same
_ALIKE: Final = 40  # of 100: the source texts are two wordings of one thing


class SharedTranslation(Rule[Catalogs, Shared]):
    """Two texts with one translation: one of them was probably pasted into the wrong place.

    Compare both with their source texts and correct the wrong one. Where both are right, the flag
    no-shared-translation and a comment say why.
    """

    id = "shared-translation"
    title = msg("Different texts have different translations")
    severity = Severity.ADVISORY
    fault = Fault.WORDS
    quality = Quality.MISTRANSLATION

    def applicability(self, catalogs: Catalogs) -> Iterator[Shared]:
        """Yield the longer translations that another source text has too, beside the first such text."""
        by_words: defaultdict[tuple[str, ...], list[Translation]] = defaultdict(list)
        for translation in catalogs.translations():
            words = _words(translation.msgstr)
            if translation.entry.plural is None and len(words) >= _FEWEST:
                by_words[words].append(translation)
        for same in by_words.values():
            yield from (Shared(each, same[0]) for each in same[1:] if each.msgid != same[0].msgid)

    def expectation(self, target: Shared) -> Verdict:
        """Require that the source texts are at least alike."""
        from rapidfuzz import fuzz  # noqa: PLC0415 - for those who judge catalogs

        texts = (" ".join(_words(each.msgid)) for each in (target.translation, target.other))
        if fuzz.token_set_ratio(*texts) >= _ALIKE:
            return PASSED
        return Failed(
            msg(
                '"{other}" in {place} has the same translation. Correct one of the two.',
                other=excerpt(target.other.msgid),
                place=f"{target.other.catalog.path}:{target.other.entry.line}",
            )
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in WORD.findall(plain(text)))
