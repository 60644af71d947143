"""The values of options: each function reads one word, or raises ``ValueError`` for what is none."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Final

from pipeline.config.external import DAY, MOST, span

if TYPE_CHECKING:
    from typing import TypeVar

    _Number = TypeVar("_Number", int, float)

_ADDRESS: Final = r"(?a)https?://[a-z0-9.-]+(?::\d+)?(?:/[\w.~-]+)*/?"
_PROXY: Final = r"(?i)https?://[^\s/?#]+/?"
_SCHEDULER: Final = r"(?i)[a-z]+://[^\s/?#]+"


LIMITS: Final = {"number": (1, MOST), "port": (0, (1 << 16) - 1), "tries": (0, MOST), "seconds": (0, DAY)}
"""The least and the most that numbers can be, by the functions that read them."""


def _within(what: str, found: _Number) -> _Number:
    least, most = LIMITS[what]
    if not least <= found <= most:
        raise ValueError(found)
    return found


def number(text: str) -> int:
    """Return a number of things, at least one."""
    return _within("number", int(text))


def place(text: str) -> int:
    """Return a place in a list, from 1."""
    found = int(text)
    if found < 1:
        raise ValueError(text)
    return found


def port(text: str) -> int:
    """Return a TCP port, 0 for any that is free."""
    return _within("port", int(text))


def tries(text: str) -> int:
    """Return a number of things, none too."""
    return _within("tries", int(text))


def seconds(text: str) -> float:
    """Return a time, at most a day."""
    return _within("seconds", float(text))


def timeout(text: str) -> float:
    """Return a time that is longer than none."""
    found = seconds(text)
    if not found:
        raise ValueError(text)
    return found


def site(text: str) -> str:
    """Return the address of a site."""
    if re.fullmatch(_ADDRESS, text) is None:
        raise ValueError(text)
    return text


def day(text: str) -> date:
    """Return a day, written as ``2027-01-31``."""
    return date.fromisoformat(text)


def age(text: str) -> float:
    """Return the seconds in ``30m``, ``12h``, ``7d`` or ``0``."""
    found = span(text)
    if found is None:
        raise ValueError(text)
    return found


def proxy(text: str) -> str:
    """Return the address of a server."""
    if re.fullmatch(_PROXY, text) is None:
        raise ValueError(text)
    return text


def scheduler(text: str) -> str:
    """Return the address of a cluster's scheduler."""
    if re.fullmatch(_SCHEDULER, text) is None:
        raise ValueError(text)
    return text
