"""What earlier inquiries found, so that nobody is asked twice a day for the same.

Only addresses that lead somewhere are kept: a fault is looked at anew each time.  What is handed in may
be missing, damaged or forged.  It is read as data of known types, and the worst that it can do is to
call an address found.  Where it is kept is for others to know: this room has a network and no disk.
"""

from __future__ import annotations

import time
from typing import Final

import msgspec

FORMAT: Final = 1
DAY: Final = 86_400


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """One address that led somewhere: when it was asked for, and what was learnt.

    Times are seconds since 1970.  ``places`` are the fragments that were found in its page;
    ``is_private`` says that it was asked for with leave to ask in private networks.
    """

    asked: int
    server: str = ""
    moved_to: str = ""
    expires: int | None = None
    places: frozenset[str] = frozenset()
    is_private: bool = False


class _File(msgspec.Struct):
    format: int
    addresses: dict[str, Kept]


class Memory:
    """The answers of earlier runs, by address without fragment."""

    def __init__(self, content: bytes = b"", age: float = DAY) -> None:
        """Read ``content``; nothing older than ``age`` seconds is known, and nothing from the future."""
        self.is_damaged = False
        self._now = int(time.time())
        known = self._read(content) if content else {}
        self._kept = {url: kept for url, kept in known.items() if 0 <= self._now - kept.asked < age}

    def find(self, url: str, fragments: frozenset[str], *, private: bool) -> Kept | None:
        """Return what is known of ``url`` and all of its ``fragments``; ``private`` is the leave of today."""
        kept = self._kept.get(url)
        if kept is None or (kept.is_private and not private) or not fragments <= kept.places:
            return None
        return kept

    def keep(self, url: str, kept: Kept) -> None:
        """Remember what was learnt of ``url`` now."""
        self._kept[url] = kept

    def __bytes__(self) -> bytes:
        """Return all that is known, for the next run."""
        return msgspec.json.encode(_File(FORMAT, dict(sorted(self._kept.items()))))

    def _read(self, content: bytes) -> dict[str, Kept]:
        try:
            file = msgspec.json.decode(content, type=_File)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self.is_damaged = True
            return {}
        return file.addresses if file.format == FORMAT else {}
