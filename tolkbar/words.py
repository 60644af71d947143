"""The values of options: each function reads one word, or raises ``ValueError`` for what is none."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from pipeline.config.external import DAY, MOST, span

_ADDRESS: Final = re.compile(r"https?://[a-z0-9.-]+(?::\d+)?(?:/[\w.~-]+)*/?", re.ASCII)
_PROXY: Final = re.compile(r"https?://[^\s/?#]+/?", re.IGNORECASE)
_SCHEDULER: Final = re.compile(r"[a-z]+://[^\s/?#]+", re.IGNORECASE)


def number(text: str) -> int:
    """Return a number of things, at least one."""
    found = int(text)
    if not 1 <= found <= MOST:
        raise ValueError(text)
    return found


def place(text: str) -> int:
    """Return a place in a list, from 1."""
    found = int(text)
    if found < 1:
        raise ValueError(text)
    return found


def port(text: str) -> int:
    """Return a TCP port, 0 for any that is free."""
    found = int(text)
    if not 0 <= found < 1 << 16:
        raise ValueError(text)
    return found


def tries(text: str) -> int:
    """Return a number of things, none too."""
    return 0 if text == "0" else number(text)


def seconds(text: str) -> float:
    """Return a time, at most a day."""
    found = float(text)
    if not 0 <= found <= DAY:
        raise ValueError(text)
    return found


def timeout(text: str) -> float:
    """Return a time that is longer than none."""
    found = seconds(text)
    if not found:
        raise ValueError(text)
    return found


def site(text: str) -> str:
    """Return the address of a site."""
    if _ADDRESS.fullmatch(text) is None:
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
    if _PROXY.fullmatch(text) is None:
        raise ValueError(text)
    return text


def scheduler(text: str) -> str:
    """Return the address of a cluster's scheduler."""
    if _SCHEDULER.fullmatch(text) is None:
        raise ValueError(text)
    return text
