"""What is typed before the words of a line to make it look like one of a list: bullets, dashes, numbers."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Mark(Enum):
    """What is typed before the words of a line."""

    BULLET = auto()
    DASH = auto()
    NUMBER = auto()


class Marked(NamedTuple):
    """A line that begins with a mark; ``number`` is the one typed, or 0, ``words`` follow it."""

    mark: Mark
    number: int
    words: str


_MONTHS: Final = r"(?:jan|feb|märz|apr|mai\b|juni\b|juli\b|aug|sep|okt|nov|dez)"  # 1. Mai
_MARKS: Final = re.compile(
    r"\s*(?:(?P<bullet>[•‣◦▪▫●○■□➢►▶▸✓✔·]|\*(?!\*))|(?P<dash>[-–—])(?=\s)"
    rf"|(?P<number>\d{{1,2}})[.)]\s(?!\s*{_MONTHS}))\s*"
    r"(?P<words>\S.*)",
    re.DOTALL | re.IGNORECASE,
)
_SAID: Final = re.compile(
    r"[?!»«“”\"]|\b(?:sa|sade|säger|frågade|svarade|said|says|asked|sagte|fragte)\b|\A\d"
)
_SENTENCE: Final = re.compile(r"[.…]\s*\Z")
_CERTAIN: Final = 3  # lines with a dash, none of which may be said by somebody


def marked(text: str) -> Marked | None:
    """Return what the line ``text`` begins with; None where that is a word."""
    found = _MARKS.match(text)
    if found is None:
        return None
    kind = next(mark for mark in Mark if found[mark.name.lower()])
    return Marked(kind, int(found["number"] or 0), found["words"])


def are_counted(numbers: Sequence[int]) -> bool:
    """Return whether lines are numbered from one on."""
    return list(numbers) == list(range(1, len(numbers) + 1))


def may_be_said(words: Sequence[str]) -> bool:
    """Return whether dashes may begin what people say in turn, ranges or figures below zero."""
    if len(words) < _CERTAIN or any(map(_SAID.search, words)):
        return True
    return all(map(_SENTENCE.search, words))
