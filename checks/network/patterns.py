"""Which addresses are left out: patterns of people, with ``*`` for any characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Patterns:
    """Addresses that nobody shall be asked about."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        """Take patterns for whole addresses, such as ``https://intern.example/*``; letter case counts not."""
        self._pieces = [tuple(pattern.lower().split("*")) for pattern in patterns]

    def __contains__(self, address: str) -> bool:
        """Return whether a pattern is about ``address``."""
        return any(matches(pieces, address.lower()) for pieces in self._pieces)


def matches(pieces: tuple[str, ...], text: str) -> bool:
    """Return whether ``text`` is the ``pieces`` in order with anything between; in linear time a piece."""
    first, *middle = pieces
    if not middle:
        return text == first
    *middle, last = middle
    if not text.startswith(first) or len(text) < len(first) + len(last) or not text.endswith(last):
        return False
    position, end = len(first), len(text) - len(last)
    for piece in middle:
        found = text.find(piece, position, end)
        if found < 0:
            return False
        position = found + len(piece)
    return True
