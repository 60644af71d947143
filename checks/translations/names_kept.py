"""Names are spelt in a translation as they are in the source."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.model import PASSED, CannotTell, Failed, Quality, Severity, Verdict
from checks.translations._lone_names import lost, misspelt
from checks.translations._rule import OnTranslations
from checks.values.wording import plain
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.subjects import Translation

_NAME: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SPELT_OUT: Final = (("å", "aa"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ø", "oe"), ("æ", "ae"))
_WITH_CAPITALS: Final = frozenset({"en", "de"})  # two words with capitals are no name there
_TRANSCRIBING: Final = frozenset("\u0304\u0306\u0323\u0325\u032e\u0331\u02bb\u02bc\u02be\u02bf")
_SLIP: Final = 2  # letters that a misspelt name differs in
_SHORTEST: Final = 4  # letters of a name, as against "I" and "In" at the beginning of a sentence
_LONG: Final = 5  # letters from which on two that differ are a slip and not another name


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two words with capitals, equal to another pair of the same words; and the word before."""

    one: str
    two: str
    before: str = field(compare=False)

    def __str__(self) -> str:
        return f"{self.one} {self.two}"


class NamesKept(OnTranslations):
    """A name that is spelt otherwise is another name, and a search for it finds nothing.

    Write names as the source text does, with å, ä and ö: Västerås, not Vasteras or Vaesteras. Where
    a place or an authority has a name in the language, write that one whole.
    """

    id = "names-kept"
    title = msg("Names are spelt as in the source text")
    severity = Severity.BLOCKING
    quality = Quality.INCONSISTENT_ENTITIES

    def concerns(self, translation: Translation) -> bool:
        """Tell whether the source may have a name in it."""
        return bool(_accented(translation.msgid) or any(map(str.isupper, translation.msgid[1:])))

    def expectation(self, translation: Translation) -> Verdict:
        """Require each name as it is, or none that is nearly the same."""
        found = _respelt(translation) or _misspelt(translation)
        if found is None:
            return _judge_lone(translation)
        return _respelt_as(*found)


def _judge_lone(translation: Translation) -> Verdict:
    """Require names of one word, in languages where only names have a capital."""
    if primary(translation.source) in _WITH_CAPITALS:
        return PASSED
    if found := misspelt(translation):
        return _respelt_as(*found)
    if name := lost(translation):
        return CannotTell(msg("The name {name} is missing. See whether readers need it.", name=name))
    return PASSED


def _respelt_as(name: str, written: str) -> Failed:
    return Failed(
        msg(
            "The name {name} is spelt {written} here. Write it as in the source text.",
            name=name,
            written=written,
        )
    )


@lru_cache(maxsize=4096)
def _accented(text: str) -> frozenset[str]:
    """Return the capitalised words that are not plain ASCII."""
    words = _NAME.findall(plain(text))
    return frozenset(
        word for word in words if word[0].isupper() and not word.isascii() and not _is_transcribed(word)
    )


def _is_transcribed(word: str) -> bool:
    """Return whether ``word`` is from another script, as Esfahān is: then every language has its own way."""
    return not _TRANSCRIBING.isdisjoint(unicodedata.normalize("NFD", word))


@lru_cache(maxsize=4096)
def _pairs(text: str) -> tuple[_Pair, ...]:
    """Return the pairs of words that are both capitalised, as the name of a person is."""
    words = list(_NAME.finditer(plain(text)))
    found = []
    for index, (one, two) in enumerate(pairwise(words)):
        if one[0].istitle() and two[0].istitle() and two.start() == one.end() + 1:
            before = words[index - 1][0] if index else ""
            found.append(_Pair(one[0], two[0], before))
    return tuple(found)


def _respelt(translation: Translation) -> tuple[str, str] | None:
    """Return a name that has lost its accents, and how it is written."""
    if not (names := _accented(translation.msgid)):
        return None
    words = dict.fromkeys(word for word in _NAME.findall(plain(translation.msgstr)) if word[0].isupper())
    by_letters = {_folded(word): word for word in words}
    for name in sorted({*names, *_without_genitive(names)} - words.keys()):
        written = by_letters.get(_folded(name)) or by_letters.get(_spelt_out(name))
        if written is not None and _accents(written) < _accents(name):
            return name, written
    return None


def _without_genitive(names: Iterable[str]) -> Iterator[str]:
    """Yield ``Lillköping`` for ``Lillköpings``."""
    return (name.removesuffix("s") for name in names if name.endswith("s"))


def _accents(word: str) -> int:
    return sum(not letter.isascii() for letter in word)


def _misspelt(translation: Translation) -> tuple[str, str] | None:
    """Return a name of two words of which one differs by a slip, and how it is written."""
    if primary(translation.source) in _WITH_CAPITALS:
        return None
    wanted, found = (dict.fromkeys(_pairs(text)) for text in (translation.msgid, translation.msgstr))
    by_word: defaultdict[tuple[int, str], list[_Pair]] = defaultdict(list)
    for pair in (pair for pair in found if pair not in wanted):
        by_word[1, pair.one].append(pair)
        by_word[2, pair.two].append(pair)
    for name in (name for name in wanted if name not in found):
        half_right = by_word[1, name.one] + by_word[2, name.two]
        slip = next((pair for pair in half_right if _is_slip(name, pair)), None)
        if slip is not None:
            return str(name), str(slip)
    return None


def _is_slip(name: _Pair, pair: _Pair) -> bool:
    """Return whether one of two words is misspelt; with the word before changed too, it is translated."""
    if name.one != pair.one and name.two != pair.two:
        return False
    one, other = (name.one, pair.one) if name.one != pair.one else (name.two, pair.two)
    if one == f"{other}s" or other == f"{one}s" or one == _folded(other):  # a genitive; an accent restored
        return False
    is_translated = name.before != pair.before and _is_near(name.before, pair.before)
    return min(len(one), len(other)) >= _SHORTEST and _is_near(one, other) and not is_translated


def _is_near(one: str, other: str) -> bool:
    from rapidfuzz.distance import DamerauLevenshtein  # noqa: PLC0415 - for those who judge catalogs

    allowed = _SLIP if min(len(one), len(other)) > _LONG else 1
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _folded(name: str) -> str:
    """Return ``Vasteras``."""
    decomposed = unicodedata.normalize("NFD", name)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def _spelt_out(name: str) -> str:
    """Return ``Vaesteraas``."""
    for letter, letters in _SPELT_OUT:
        name = name.replace(letter, letters).replace(letter.upper(), letters.title())
    return name
