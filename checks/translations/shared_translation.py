"""Different texts have different translations."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalogs, Shared
from checks.values.wording import WORD, excerpt, plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Wording

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
        """Yield the translations of two words or more that another source text has too, beside the first."""
        by_words: defaultdict[str, list[Wording]] = defaultdict(list)
        for wording in catalogs.wordings():
            if not wording.is_plural and " " in wording.words:
                by_words[wording.words].append(wording)
        for same in by_words.values():
            yield from (Shared(each, same[0]) for each in same[1:] if each.msgid != same[0].msgid)

    def expectation(self, target: Shared) -> Verdict:
        """Require that the source texts are at least alike."""
        if _are_alike(target.wording.msgid, target.other.msgid):
            return PASSED
        return Failed(
            msg(
                '"{other}" in {place} has the same translation. Correct one of the two.',
                other=excerpt(target.other.msgid),
                place=target.other.where,
            )
        )


@lru_cache(maxsize=4096)  # what one page has, many have
def _are_alike(one: str, other: str) -> bool:
    from rapidfuzz import fuzz  # noqa: PLC0415 - for those who judge catalogs

    texts = (" ".join(WORD.findall(plain(text))).lower() for text in (one, other))
    return fuzz.token_set_ratio(*texts) >= _ALIKE
