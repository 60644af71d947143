"""What a translator does so often that it is a way of writing and no slip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections import Counter

_OFTEN: Final = 12  # times in a catalog,
_SHARE: Final = 0.005  # and of all its translations

Way = TypeVar("Way")


def habits(ways: Counter[Way]) -> frozenset[Way]:
    """Return the ways of writing that a catalog keeps to; ``ways`` counts that of every translation."""
    enough = max(_OFTEN, ways.total() * _SHARE)
    return frozenset(way for way, times in ways.items() if times >= enough)
