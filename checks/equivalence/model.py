"""Reading, value: what a piece of text may mean, and the piece itself; and the text that is read from."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPACES: Final = str.maketrans({**dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " "), "\u2236": ":"})
_DIGIT: Final = re.compile(r"[^\W\D]")


class Kind(StrEnum):
    """What sort of thing a value is."""

    NUMBER = "number"
    DATE = "date"
    TIME = "time"
    TELEPHONE = "telephone"
    CODE = "code"
    MONTH = "month"
    WEEKDAY = "weekday"
    UNIT = "unit"


class Weight(Enum):
    """What a translation owes to a value."""

    EXPECTED = auto()  # it says the same value
    WORD = auto()  # a number in words: where it has one too, it is the same
    HINT = auto()  # nothing; but what stands here may answer a value on the other side


Reading = tuple[Kind, str]  # a kind and the value in one form for all languages: ("number", "682.4")


class Value(NamedTuple):
    """A value as it is ``written``, and the readings that are possible; most have one."""

    written: str
    readings: frozenset[Reading]
    weight: Weight = Weight.EXPECTED

    @classmethod
    def of(cls, written: str, *readings: Reading, weight: Weight = Weight.EXPECTED) -> Value:
        """Return the value with these readings."""
        return cls(" ".join(written.split()), frozenset(readings), weight)


class Draft:
    """A text that is read piece by piece: what has been understood is crossed out.

    Digits of any script are ASCII digits here, and all spaces are ordinary ones.
    """

    def __init__(self, text: str) -> None:
        """Begin with the whole of ``text``."""
        plain = text.translate(_SPACES)
        self.text = plain if plain.isascii() else _DIGIT.sub(_ascii_digit, plain)

    def take(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what ``pattern`` finds, then cross it out; the places of all else stay the same."""
        if found := list(pattern.finditer(self.text)):
            yield from found
            self.cross_out(match.span() for match in found)

    def cross_out(self, spans: Iterable[tuple[int, int]]) -> None:
        """Put U+FFFC, which no pattern reads, where the ``spans`` are."""
        parts: list[str] = []
        end = 0
        for start, stop in spans:
            parts += (self.text[end:start], "\ufffc" * (stop - start))
            end = stop
        self.text = "".join((*parts, self.text[end:]))


def _ascii_digit(digit: re.Match[str]) -> str:
    return str(unicodedata.digit(digit[0], digit[0]))
