"""The strings of an entry ↔ what a person writes: text that is nothing but text, and chips.

A chip is a tag of a placeholder of the unit, moved as a whole.  The law: what is read and written
again is what it was; and whatever is typed, the chips of a translation are the placeholders in it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.model import Message, msg
from pipeline.placeholder import Placeholder, nests, problems, split, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable


class Part(Struct, frozen=True, omit_defaults=True):
    """A piece of a translation: ``text`` as it was typed, or the tag that a ``chip`` stands for."""

    text: str = ""
    chip: str = ""


Parts = tuple[Part, ...]


def tags(msgid: str) -> tuple[str, ...]:
    """Return the tags of the placeholders in ``msgid``, each once, in order; none where they do not nest."""
    found = (str(token) for token in tokens(msgid) if isinstance(token, Placeholder))
    return tuple(dict.fromkeys(found)) if "<" in msgid and nests(msgid) else ()


def read(text: str, msgid: str) -> Parts:
    """Return ``text``, the msgid itself or a translation of it, in parts."""
    own = set(tags(msgid))
    return _joined(Part(chip=part) if part in own else Part(text=part) for part in split(text))


def write(parts: Iterable[Part], msgid: str) -> str | Message:
    """Return ``parts`` as they are written in a catalog, or why that cannot be.

    Text that would be read as a placeholder is refused, and so is what no file can hold.
    """
    given = _joined(parts)
    text = "".join(part.chip or part.text for part in given)
    if not _is_encodable(text):
        return msg("The text has a character that cannot be stored. Write it again.")
    if text and (read(text, msgid) != given or any(part.chip and part.text for part in given)):
        return msg("A placeholder cannot be typed. Use its button, so that it is whole.")
    return text


def faults(msgid: str, text: str) -> list[Message]:
    """Return why ``text`` must not be saved as a translation of ``msgid``; nothing at all may always be."""
    return problems(msgid, text) if text else []


def _joined(parts: Iterable[Part]) -> Parts:
    """Return ``parts`` with neighbouring texts as one, and without empty ones."""
    joined: list[Part] = []
    for is_text, run in groupby(parts, key=lambda part: not part.chip):
        if is_text:
            text = "".join(part.text for part in run)
            joined += [Part(text=text)] if text else []
        else:
            joined += run
    return tuple(joined)


def _is_encodable(text: str) -> bool:
    """Tell whether ``text`` has no half of a character, which JSON can carry and UTF-8 cannot."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
