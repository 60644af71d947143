"""The text that is shown, as Unicode."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checks.documents.content.marks import Piece
    from checks.documents.objects import Dictionary

QUOTED: Final = 60  # characters of a text in a message
_BYTES: Final = 4  # of a character code, at most

Decode = Callable[["Dictionary", bytes], str]
"""Returns what a string means in the font of a dictionary; nothing where nobody can tell."""


def written(pieces: Iterable[Piece], decode: Decode, limit: int) -> str:
    """Return the text of pieces, about ``limit`` characters and no more pieces, with single spaces."""
    parts: list[str] = []
    size = 0
    for piece in islice(pieces, limit):
        text = decode(piece.font.dictionary, piece.string[: _BYTES * limit])
        parts.append(text if piece.follows else " " + text)
        size += len(text)
        if size >= limit:
            break
    return " ".join("".join(parts).split())


def quoted(text: str) -> str:
    """Return a text for a message, of a longer one the first words."""
    if len(text) <= QUOTED:
        return text
    words = text[:QUOTED].rpartition(" ")[0] or text[:QUOTED]
    return f"{words} …"
