"""Characters that look like spaces and hyphens, and those that look like nothing."""

from __future__ import annotations

import re

_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r\f", " "))
_ODD_SPACE = re.compile("[\u00a0\u2007\u2009\u202f\t\n\r\f]")
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Soft hyphen, zero-width space and joiners, marks of direction: nobody sees them, every computer does."""


def plain(text: str) -> str:
    """Return ``text``, of the same length, with every kind of space as an ordinary one."""
    return text.translate(_SPACES) if _ODD_SPACE.search(text) else text


def as_typed(text: str) -> str:
    """Return ``text`` as a keyboard gives it: plain spaces and hyphens, nothing invisible."""
    return " ".join(INVISIBLE.sub("", plain(text).translate(_HYPHENS)).split())


def named(character: str) -> str:
    """Return how people can look up an invisible character: ``U+200B``."""
    return f"U+{ord(character):04X}"
