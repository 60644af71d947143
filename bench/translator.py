"""A translator that never tires: words become other words of the same shape, and back again.

Vowels turn into vowels and consonants into consonants, each language by its own number of steps,
so that translations look like a language, differ from their msgid, and keep digits, placeholders,
addresses and the capital at the start.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline import po

if TYPE_CHECKING:
    from pathlib import Path

_KEPT = re.compile(r"(<[^>]*>|&\w+;|\{\w+\})")
_ALPHABETS = ("aeiouy", "bcdfghjklmnpqrstvwxz")


def translate(text: str, language: str) -> str:
    """Return ``text`` in the invented ``language``; markup, placeholders and entities stay."""
    return _turned(text, language, 1)


def untranslate(text: str, language: str) -> str:
    """Return what ``translate`` made ``text`` from."""
    return _turned(text, language, -1)


def _turned(text: str, language: str, direction: int) -> str:
    """Move every letter along its alphabet: by at least one step, by less than a full turn."""
    table: dict[int, int] = {}
    for letters in _ALPHABETS:
        steps = direction * (sum(language.encode()) % (len(letters) - 1) + 1)
        turned = "".join(letters[(index + steps) % len(letters)] for index in range(len(letters)))
        table |= str.maketrans(letters + letters.upper(), turned + turned.upper())
    pieces = _KEPT.split(text)
    return "".join(piece if number % 2 else piece.translate(table) for number, piece in enumerate(pieces))


def fill_catalogs(directory: Path, language: str) -> int:
    """Translate every untranslated entry of the PO files below ``directory``; return how many that were."""
    return sum(_fill_catalog(path, language) for path in sorted(directory.rglob("*.po")))


def _fill_catalog(path: Path, language: str) -> int:
    catalog = po.read(path.read_bytes(), str(path))
    entries = [_filled(entry, language) for entry in catalog.entries]
    filled = sum(new is not old for new, old in zip(entries, catalog.entries, strict=True))
    if filled:
        path.write_text(po.write(replace(catalog, entries=tuple(entries))), encoding="utf-8", newline="")
    return filled


def _filled(entry: po.Entry, language: str) -> po.Entry:
    if entry.obsolete or entry.msgstr or entry.plural is not None:
        return entry
    return entry.change(msgstr=translate(entry.msgid, language))
