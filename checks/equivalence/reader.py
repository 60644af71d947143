"""Text → its values: the kinds of values one after the other, each from what is left."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.equivalence.dates import dates
from checks.equivalence.model import Draft, Kind, Value, Weight
from checks.equivalence.numbers import codes, numbers, unit_words
from checks.equivalence.times import clock, spoken, times
from checks.equivalence.vocabulary import Vocabulary, vocabulary
from checks.values import telephone

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 7  # digits of a telephone number that is no short one
LONGEST: Final = 100_000  # characters; what follows is not read


@lru_cache(maxsize=4096)
def read(text: str, language: str, regions: tuple[str, ...] = ("SE",)) -> tuple[Value, ...]:
    """Return the values in ``text``, which is in ``language`` (BCP 47).

    ``regions`` (ISO 3166) are those that a telephone number without its country may belong to.
    """
    words = vocabulary(language)
    draft = Draft(text[:LONGEST])
    has_digits = any(map(str.isdigit, draft.text))
    found = [*unit_words(draft), *spoken(draft, words)]
    if has_digits:
        found += [*times(draft), *dates(draft, words.language), *_telephones(draft, regions)]
        found += [*codes(draft), *numbers(draft, words)]
    return (*found, *_in_words(draft, words))


def _telephones(draft: Draft, regions: tuple[str, ...]) -> Iterator[Value]:
    for region in regions:
        found = [number for number in telephone.find(draft.text, region) if _is_long(number.text)]
        draft.cross_out((number.start, number.end) for number in found)
        yield from (Value.of(number.text, (Kind.TELEPHONE, _dialled(number))) for number in found)


def _is_long(written: str) -> bool:
    """Return whether it has as many digits as an ordinary number; 112 and 114 14 are read as numbers."""
    return sum(map(str.isdigit, written)) >= _FEWEST


def _dialled(number: telephone.Written) -> str:
    """Return what is dialled; for a number with a digit too few, the digits: they are no worse translated."""
    return number.telephone.number if number.telephone else re.sub(r"\D|^0", "", number.text)


def _in_words(draft: Draft, words: Vocabulary) -> Iterator[Value]:
    for word in _WORD.findall(draft.text):
        if words.knows(word.lower()):
            yield from _word(word, words)
    if words.compounds:
        for match in words.compounds.finditer(draft.text):
            yield Value.of(match[0], (Kind.NUMBER, str(words.numbers[match[1].lower()])), weight=Weight.HINT)


def _word(word: str, words: Vocabulary) -> Iterator[Value]:
    key = word.lower()
    certain = Weight.EXPECTED if key in words.certain else Weight.HINT
    if key in words.months:
        yield Value.of(word, (Kind.MONTH, str(words.months[key])), weight=certain)
    if (weekday := _weekday(key, words)) is not None:
        yield Value.of(word, (Kind.WEEKDAY, str(weekday)), weight=certain)
    if key in words.numbers:
        number = words.numbers[key]
        yield Value.of(
            word, (Kind.NUMBER, str(number)), weight=Weight.WORD if key in words.counted else Weight.HINT
        )
    if key in words.times:
        yield Value.of(word, *clock(words.times[key], 0), weight=Weight.HINT)


def _weekday(word: str, words: Vocabulary) -> int | None:
    """Return the weekday that ``word`` is, or begins with: Mondays, måndagar, Freitagabend."""
    if word in words.weekdays:
        return words.weekdays[word]
    starts = (name for name in words.weekdays if name in words.certain and word.startswith(name))
    return next((words.weekdays[name] for name in starts), None)
