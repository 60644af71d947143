"""A line of a file as a report quotes it: what a terminal would obey made visible, the place marked."""

from __future__ import annotations

import unicodedata
from typing import Final

# What a page quoted here could do to a terminal: move the cursor, end a line, turn the writing round.
_BIDIRECTIONAL = (0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, *_BIDIRECTIONAL)
_VISIBLE = {code: f"\\x{code:02x}" for code in _CONTROLS}
_WIDEST: Final = 96  # characters of a line; of a longer one, the part around the place
_BEFORE: Final = 40  # of them stand before the place


def visible(text: str) -> str:
    """Return ``text`` with nothing in it that a terminal obeys."""
    return text.translate(_VISIBLE)


def excerpt(line: str, column: int) -> tuple[str, str]:
    """Return ``line``, shortened around ``column`` (from 1), and a line with a caret below that place."""
    text = line.rstrip()
    at = min(column - 1, len(text))
    indent = len(text) - len(text.lstrip())
    start = min(indent, at) if len(text) - indent <= _WIDEST else max(min(indent, at), at - _BEFORE)
    before = _shown(text[start:at], "…" if start > indent else "")
    after = _shown(text[at : start + _WIDEST], "")
    end = "…" if len(text) > start + _WIDEST else ""
    return f"{before}{after}{end}", " " * _columns(before) + "^"


def _shown(text: str, mark: str) -> str:
    return mark + visible(text.replace("\t", " "))


def _columns(text: str) -> int:
    """Return how many columns ``text`` takes on a terminal (Unicode Standard Annex 11)."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
