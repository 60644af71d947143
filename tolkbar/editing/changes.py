"""What an editor has changed in a text since it was translated, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS: Final = re.compile(r"\s*\S+|\s+")
_COMPARED: Final = 400  # words; longer texts are shown as one change


class Change(Struct, frozen=True, omit_defaults=True):
    """A piece of a text: as it was (``kept``), gone (``removed``) or new (``added``)."""

    kept: str = ""
    removed: str = ""
    added: str = ""


def changes(previous: str, text: str) -> tuple[Change, ...]:
    """Return what turned ``previous`` into ``text``; the pieces make both, read one way or the other."""
    return tuple(_pieces(_WORDS.findall(previous), _WORDS.findall(text)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Change]:
    if max(len(old), len(new)) > _COMPARED:
        yield Change(removed="".join(old), added="".join(new))
        return
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before, after = "".join(old[start:end]), "".join(new[new_start:new_end])
        yield Change(kept=after) if kind == "equal" else Change(removed=before, added=after)
