"""How hard a text is to read: the index that is customary for its language.

LIX (Björnsson 1968) for Swedish: words in a sentence, and words of more than six letters in a
hundred; the higher the harder.  Reading ease for English (Flesch 1948) and German (Amstad 1978):
words in a sentence and syllables in a word; the lower the harder.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDS: Final = (".", "!", "?", ":")  # of a sentence, before a space
_LONG: Final = 6  # letters; LIX counts the words that have more
_GERMAN: Final = re.compile(r"aa|ee|oo|[ae][iyu]|äu|ie|[aeiouyäöü]")
_ENGLISH: Final = re.compile(r"[aeiouy]+")
_SILENT: Final = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouydt])ed$")


class Text(NamedTuple):
    """A text as its words, in any order, and how many sentences they make."""

    words: Sequence[str]
    sentences: int


class Index(NamedTuple):
    """An index: its name, how it is computed, and the ``limit`` where no site sets its own.

    ``is_ease`` says that a text has at least so much; else it has at most so much.
    """

    name: str
    compute: Callable[[Text], float]
    limit: float
    is_ease: bool

    def is_kept(self, value: float, limit: float) -> bool:
        """Return whether ``value`` is no harder than ``limit``."""
        return value >= limit if self.is_ease else value <= limit


def parse(paragraphs: Sequence[str]) -> Text:
    """Return the words and sentences of ``paragraphs``; each has at least one."""
    words: list[str] = []
    sentences = 0
    for paragraph in paragraphs:
        pieces = paragraph.lower().split()
        others = [piece for piece in pieces if not piece.isalpha()]  # most are words, and nothing else
        words += filter(str.isalpha, pieces)
        words += _WORD.findall(" ".join(others))
        sentences += max(sum(piece.endswith(_ENDS) for piece in others), 1)
    return Text(words, sentences)


def _lix(text: Text) -> float:
    long = [word for word in text.words if len(word) > _LONG]
    return len(text.words) / text.sentences + 100 * len(long) / len(text.words)


def _flesch(text: Text) -> float:
    syllables = sum(max(len(_ENGLISH.findall(_SILENT.sub("", word))), 1) for word in text.words)
    return 206.835 - 1.015 * len(text.words) / text.sentences - 84.6 * syllables / len(text.words)


def _amstad(text: Text) -> float:
    syllables = sum(max(len(_GERMAN.findall(word)), 1) for word in text.words)
    return 180 - len(text.words) / text.sentences - 58.5 * syllables / len(text.words)


# What is harder is called very difficult by the authors of each.
INDEXES: Final = {
    "sv": Index("LIX", _lix, 50, is_ease=False),
    "en": Index("Flesch", _flesch, 30, is_ease=True),
    "de": Index("Flesch-Amstad", _amstad, 30, is_ease=True),
}
