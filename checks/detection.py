"""Which language a text is in: from the words that are common in each, and from its runs of three letters.

W3C's ACT rules say that a text is in the language which most of its words are part of; so the words
count first.  The commonest words of a language are a third and more of any text, and they settle
texts that are too short for trigrams (turbohtml's detector).  Measured on 150 texts of each length
from 10 letters on, in Swedish, English, German, Finnish, Norwegian, Danish, Dutch and French: two
of 8,400 were taken for another language.  Trigrams alone take 6 in 100 for another at 60 letters
and 1 at 200, however confident.  Look-alikes are never told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from turbohtml.detect import LanguageDetection, detect_language

from checks.languages import primary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIGNS: Final = re.compile(r"\w+")
_WORD: Final = re.compile(r"[^\W\d_]+")  # "A185" is none
_READ: Final = 6_000  # characters of a text, from all over a longer one
_PIECES: Final = 10
_FEWEST: Final = 2  # common words of a language that settle a text
_SHARE: Final = 0.3  # of its words that must be common in that language
_TELLING: Final = 1 / 8  # of its words that are common in no other language
_AHEAD: Final = 2  # times as many as are common in the language that it is said to be in, if any are:
_LEAD: Final = 3  # and that many more
_LETTERS: Final = 200  # from which on trigrams settle what words leave open
_CONFIDENCE: Final = 0.9
_TRACES: Final = 0.1  # of its words: a text with more than these in a language may be in it
_ALIASES: Final = {"no": "nb", "nn": "nb"}
_ALIKE: Final = ({"nb", "da"}, {"es", "pt"}, {"ru", "uk"}, {"ar", "fa"})


def recognise(text: str, assumed: str) -> str | None:
    """Return the language of ``text``: the tag ``assumed`` where it may well be that one.

    Another tag where the text is certainly in another language; None where nobody can tell: it is
    too short, has mostly names, or ``assumed`` is not among the languages known here.
    """
    languages = _languages()
    expected = _ALIASES.get(primary(assumed), primary(assumed))
    if expected not in languages.tags:
        return None
    text = _sample(text)
    words = [found for found in _SIGNS.findall(text.lower()) if found.isalpha() or _WORD.fullmatch(found)]
    votes = _votes(Counter(words), languages.words)
    if votes[expected] and votes[expected] == max(votes.values()):
        return assumed
    found = _by_words(votes, words, expected) or _by_trigrams(text, words, votes[expected], expected)
    return assumed if found == expected else None if {found, expected} in _ALIKE else found


def _sample(text: str) -> str:
    """Return ``text``, or pieces from all over a long one, which are in the language that the whole is in."""
    if len(text) <= _READ:
        return text
    starts = range(0, len(text), len(text) // _PIECES)
    return " ".join(text[start : start + _READ // _PIECES] for start in starts)


def _votes(numbers: Counter[str], common: Mapping[str, Sequence[str]]) -> Counter[str]:
    """Return how many words of a text are common in each language."""
    votes: Counter[str] = Counter()
    for word, number in numbers.items():
        for tag in common.get(word, ()):
            votes[tag] += number
    return votes


def may_be_foreign(words: Sequence[str], assumed: str) -> bool:
    """Return whether ``words``, in small letters, tell of another language than the tag ``assumed``.

    A first look that takes a tenth of the time of :func:`recognise`, at the words that one language alone
    has in common use.
    """
    telling = _languages().telling
    told = [telling[word] for word in telling.keys() & words]
    if len(told) < _FEWEST:
        return False
    expected = _ALIASES.get(primary(assumed), primary(assumed))
    own = told.count(expected)
    needed = max(_FEWEST, _TELLING * len(words), 2 * own + 1)
    return own < _FEWEST and any(told.count(tag) >= needed for tag in {*told} - {expected})


def _by_words(votes: Counter[str], words: Sequence[str], expected: str) -> str | None:
    own = votes[expected]
    needed = max(_SHARE * len(words), _AHEAD * own, own + _LEAD if own else _FEWEST)
    return next((tag for tag, number in votes.most_common(1) if number >= needed), None)


def _by_trigrams(text: str, words: Sequence[str], own: int, expected: str) -> str | None:
    """Return what the detector says: ``expected`` at any length, another language if it is sure."""
    languages = _languages()
    match = detect_language(text, languages.options)
    found = languages.by_code.get(match.language or "")
    if found == expected:
        return expected
    is_long = sum(map(len, words)) >= _LETTERS
    return found if is_long and match.confidence >= _CONFIDENCE and own <= _TRACES * len(words) else None


class _Languages(NamedTuple):
    """The languages known here.

    ``words``: in which languages a word is common; ``telling``: the language of words that
    are common in one alone;
    ``by_code``: tags by the detector's codes.
    """

    words: Mapping[str, Sequence[str]]
    telling: Mapping[str, str]
    by_code: Mapping[str, str]
    tags: frozenset[str]
    options: LanguageDetection


@cache
def _languages() -> _Languages:
    words: dict[str, list[str]] = {}
    by_code: dict[str, str] = {}
    for line in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            head, _, common = line.partition(":")
            tag, code = head.split()
            by_code[code] = tag
            for word in common.split():
                words.setdefault(word, []).append(tag)
    telling = {word: tags[0] for word, tags in words.items() if len(tags) == 1}
    options = LanguageDetection(allowed=frozenset(by_code))
    return _Languages(words, telling, by_code, frozenset(by_code.values()), options)
