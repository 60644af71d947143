"""Words are spelt as they are elsewhere on the site."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.languages import primary
from checks.model import PASSED, Failed, Fault, Quality, Rule, Severity, Verdict
from checks.subjects import Catalogs
from checks.translations._stems import stem
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checks.subjects import Wording

_OFTEN: Final = 4  # translations that have a word as a matter of course
_SELDOM: Final = 3  # translations at most that have a slip
_BEGINNING: Final = 2  # letters at the beginning, and at the end, that are no slip: there words are inflected
_END: Final = 2
_GRADED: Final = frozenset({"ie", "ei"})  # überschreiben, überschrieben


class Odd(NamedTuple):
    """A ``word`` that hardly any ``wording`` has, and one that many have and that is nearly the same."""

    wording: Wording
    word: str
    usual: str | None


class Spelling(Rule[Catalogs, Odd]):
    """A misspelt word makes readers doubt the rest, and a search for the word finds nothing.

    Correct it. A word that is right all the same goes into the file words.txt beside the glossary, one a
    line. The rule knows no dictionary: it compares the words of all catalogs of a language.
    """

    id = "spelling"
    title = msg("Words are spelt as elsewhere on the site")
    severity = Severity.ADVISORY
    fault = Fault.WORDS
    quality = Quality.MISSPELLING

    def applicability(self, catalogs: Catalogs) -> Iterator[Odd]:
        """Yield the long words that few translations have, and no source text."""
        uses: defaultdict[str, list[Wording]] = defaultdict(list)
        for wording in catalogs.wordings():
            for word in wording.long_words:
                uses[word].append(wording)
        known = catalogs.right.union(*(catalog.known for catalog in catalogs.catalogs))
        usual = _by_pieces(word for word, found in uses.items() if len(found) >= _OFTEN)
        language = primary(catalogs.language)
        for word in [word for word, found in uses.items() if len(found) <= _SELDOM and word not in known]:
            other = _slip_of(word, usual, language)
            is_rarer = other is not None and len(uses[other]) >= _OFTEN * len(uses[word]) ** 2
            yield from (Odd(wording, word, other if is_rarer else None) for wording in uses[word])

    def expectation(self, odd: Odd) -> Verdict:
        """Require that it is not, but for one slip, a word that the catalogs have often."""
        if odd.usual is None:
            return PASSED
        return Failed(
            msg(
                '"{word}" is spelt "{usual}" elsewhere. Correct it, or put it into words.txt.',
                word=odd.word,
                usual=odd.usual,
            )
        )


def _by_pieces(words: Iterable[str]) -> Mapping[str, list[str]]:
    """Return ``words`` by themselves, and by all that is left of each when a letter is taken out."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        for piece in _pieces(word):
            found[piece].append(word)
    return found


def _pieces(word: str) -> set[str]:
    return {word, *(word[:index] + word[index + 1 :] for index in range(_BEGINNING, len(word)))}


def _slip_of(word: str, usual: Mapping[str, list[str]], language: str) -> str | None:
    """Return the usual word that ``word`` is but for a letter too many or too few, or two in wrong order."""
    near = dict.fromkeys(chain.from_iterable(usual.get(piece, ()) for piece in _pieces(word)))
    return next((other for other in near if _is_slip(word, other, language)), None)


def _is_slip(word: str, other: str, language: str) -> bool:
    at = next((index for index, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), 0)
    if not _BEGINNING <= at < min(len(word), len(other)) - _END or stem(word, language) == stem(
        other, language
    ):
        return False
    if len(word) == len(other):
        pair = word[at : at + 2]
        return pair == other[at : at + 2][::-1] and word[at + 2 :] == other[at + 2 :] and pair not in _GRADED
    long, short = sorted((word, other), key=len, reverse=True)
    return len(long) == len(short) + 1 and long[at + 1 :] == short[at:]
