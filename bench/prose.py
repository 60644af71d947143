"""Sentences and longer texts, composed from the vocabulary: plausible, varied, the same for the same seed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_SLOT = re.compile(r"\{(\w+)\}")
_LINKABLE = frozenset({"document", "body", "other_service", "the_service", "law", "committee"})
_STRONG = frozenset({"date", "amount", "deadline", "time"})

# How often a phrase that could carry inline markup does: about one paragraph in four has a link.
_LINK_SHARE = 0.15
_STRONG_SHARE = 0.08
_FOREIGN_SHARE = 0.02


@dataclass(frozen=True, slots=True)
class Theme:
    """What a page is about; ``links`` are the addresses its links may lead to."""

    service: tuple[str, str]
    place: str
    links: tuple[str, ...]


def places() -> list[str]:
    """Return the names of the municipality's districts."""
    return [start + end for start in vocabulary.PLACE_STARTS for end in vocabulary.PLACE_ENDS]


PLACES = places()


def sentence(rng: Random, theme: Theme) -> str:
    """Return one sentence as an HTML fragment, sometimes with a link, a stress or a foreign phrase."""
    if rng.random() < _FOREIGN_SHARE:
        return fill(rng, rng.choice(vocabulary.FOREIGN_SENTENCES), theme)
    return fill(rng, rng.choice(vocabulary.SENTENCES), theme, decorate=True)


def paragraph(rng: Random, theme: Theme, *, least: int = 1, most: int = 5) -> str:
    """Return ``least`` to ``most`` sentences as an HTML fragment."""
    return " ".join(sentence(rng, theme) for _ in range(rng.randint(least, most)))


def phrase(rng: Random, patterns: Sequence[str], theme: Theme) -> str:
    """Return one of ``patterns`` filled and without markup: a heading, a cell, an alternative text."""
    text = fill(rng, rng.choice(patterns), theme)
    return text[0].upper() + text[1:]


def item(rng: Random, theme: Theme) -> str:
    """Return a list item: a phrase, now and then the whole of it a link."""
    text = phrase(rng, vocabulary.ITEMS, theme)
    return _link(rng, text, theme) if rng.random() < _LINK_SHARE else text


def fill(rng: Random, pattern: str, theme: Theme, *, decorate: bool = False) -> str:
    """Put words into the slots of ``pattern``; a slot with a capital yields a capital.

    With ``decorate`` some of the words become links or are stressed.
    """

    def word(slot: re.Match[str]) -> str:
        name = slot[1].lower()
        text = _word(rng, name, theme)
        if slot[1][0].isupper():
            text = text[0].upper() + text[1:]
        return _decorated(rng, name, text, theme) if decorate else text

    return _SLOT.sub(word, pattern)


def _word(rng: Random, name: str, theme: Theme) -> str:
    if made := _MADE.get(name):
        return made(rng, theme)
    return rng.choice(vocabulary.SLOTS[name])


def _decorated(rng: Random, name: str, text: str, theme: Theme) -> str:
    chance = rng.random()
    if name in _LINKABLE and chance < _LINK_SHARE:
        return _link(rng, text, theme)
    if name in _STRONG and chance < _STRONG_SHARE:
        return f"<strong>{text}</strong>"
    return text


def _link(rng: Random, text: str, theme: Theme) -> str:
    return f'<a href="{rng.choice(theme.links)}">{text}</a>'


def _date(rng: Random, _theme: Theme) -> str:
    return f"den {rng.randint(1, 28)} {rng.choice(vocabulary.SLOTS['month'])} {rng.randint(2025, 2029)}"


def _duration(rng: Random, _theme: Theme) -> str:
    return f"{rng.choice(vocabulary.SLOTS['count'])} {rng.choice(vocabulary.SLOTS['unit_of_time'])}"


def _deadline(rng: Random, theme: Theme) -> str:
    return rng.choice((f"senast {_date(rng, theme)}", f"inom {_duration(rng, theme)}"))


def _amount(rng: Random, _theme: Theme) -> str:
    return f"{rng.randint(2, 480) * 25:,} kronor".replace(",", "\N{NO-BREAK SPACE}")


def _hours(rng: Random, _theme: Theme) -> str:
    return f"{rng.randint(7, 11)}.{rng.choice(('00', '30'))}–{rng.randint(13, 19)}.{rng.choice(('00', '30'))}"


_MADE: dict[str, Callable[[Random, Theme], str]] = {
    "service": lambda _rng, theme: theme.service[0],
    "the_service": lambda _rng, theme: theme.service[1],
    "place": lambda _rng, theme: theme.place,
    "other_service": lambda rng, _theme: rng.choice(vocabulary.SERVICES)[0],
    "other_place": lambda rng, _theme: rng.choice(PLACES),
    "date": _date,
    "weeks": _duration,
    "deadline": _deadline,
    "amount": _amount,
    "time": _hours,
    "number": lambda rng, _theme: str(rng.randint(3, 950)),
    "year": lambda rng, _theme: str(rng.randint(2025, 2031)),
}
