"""How like two texts are, and which of many is most like a new one."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cached_property
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz import process
from rapidfuzz.distance import Indel, Postfix, Prefix
from rapidfuzz.fuzz import ratio

from pipeline.catalog.predecessors import THRESHOLD

if TYPE_CHECKING:
    from collections.abc import Iterable

_AFFIXES: Final = 0.6  # the weight of what two texts begin and end with alike
_MANY_CHANGES: Final = 0.85  # the weight of likeness alone, for texts changed in several places
_LONGER: Final = 3  # times: a heading is the beginning of many a paragraph, and none descends from it

_FEW: Final = 40  # texts: so many are compared one by one
_SHORT: Final = 24  # characters: texts whose words may all have changed a little
_PAIRED: Final = 3  # words: longer texts are known by their pairs of words
_LOOKED_AT: Final = 1000  # places in the index that one search visits
_COMPARED: Final = 30  # of those found, so many are compared in full


def likeness(text: str, other: str) -> float:
    """Return how like two texts are, from 0 to 1.

    An editor's visit mostly leaves a text's beginning and end as they were and changes what is
    between; so equal beginnings and ends count beside the characters in common.
    """
    shorter, longer = sorted((len(text), len(other)))
    if not shorter:
        return 0.0
    common = Indel.normalized_similarity(text, other)
    affixes = Prefix.similarity(text, other) + Postfix.similarity(text, other)
    affix_share = min(1.0, affixes / shorter) * min(1.0, _LONGER * shorter / longer)
    return max(_AFFIXES * affix_share + (1 - _AFFIXES) * common, _MANY_CHANGES * common)


class Texts:
    """Many texts, found by their pairs of words, the rarest first; indexed when first asked."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        """Take ``texts``; they are known by their places."""
        self._texts: list[str] = []
        self._short: dict[int, str] = {}
        self.extend(texts)

    def extend(self, texts: Iterable[str]) -> None:
        """Take more texts, whose places follow."""
        start = len(self._texts)
        self._texts += texts
        new = self._texts[start:]
        self._short |= {place: text for place, text in enumerate(new, start) if len(text) <= 2 * _SHORT}
        if "_index" in vars(self):
            _indexed(self._index, new, start)

    def near(self, text: str) -> list[tuple[float, int]]:
        """Return likeness and place of the texts most like ``text``, in no order, with some that are not."""
        places = range(len(self._texts)) if len(self._texts) <= _FEW else self._candidates(text)
        return [(likeness(text, self._texts[place]), place) for place in places]

    def _candidates(self, text: str) -> Iterable[int]:
        found: Counter[int] = Counter()
        visited = 0
        for places in sorted(filter(None, map(self._index.get, _features(text))), key=len):
            visited += len(places)
            if found and visited > _LOOKED_AT:
                break
            found.update(places)
        near = nlargest(_COMPARED, found, key=found.__getitem__)
        if len(text) > _SHORT:
            return near
        alike = process.extract(
            text, self._short, scorer=ratio, score_cutoff=100 * THRESHOLD, limit=_COMPARED
        )
        return dict.fromkeys((*near, *(place for _, _, place in alike)))

    @cached_property
    def _index(self) -> defaultdict[int, list[int]]:
        return _indexed(defaultdict(list), self._texts, 0)


def _indexed(
    index: defaultdict[int, list[int]], texts: Iterable[str], start: int
) -> defaultdict[int, list[int]]:
    """Return ``index`` with ``texts``, whose places begin with ``start``."""
    for place, text in enumerate(texts, start):
        for feature in _features(text):
            index[feature].append(place)
    return index


def _features(text: str) -> Iterable[int]:
    """Return what ``text`` is found by, each once: its pairs of words, and of a short text also its words.

    Hashes take a third of the memory; two features with the same only cost a comparison.
    """
    words = text.replace(",", " ").replace(".", " ").split()  # half the time of an expression
    pairs = pairwise(words)
    return dict.fromkeys(map(hash, pairs if len(words) > _PAIRED else (*words, *pairs)))
