"""What earlier inquiries found, so that nobody is asked twice a day for the same.

Only addresses that lead somewhere are kept: a fault is looked at anew each time.  The file may be
deleted, damaged or forged at any moment.  It is read as data of known types, and the worst that it
can do is to call an address found.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import msgspec

from pipeline.files import read_bytes, replace

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
DAY = 86_400
_BYTES = 200_000_000  # of a file that is still read


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
    """The answers of earlier runs, by address without fragment; None for ``path`` keeps nothing."""

    def __init__(self, path: Path | None, age: float = DAY) -> None:
        """Read what is kept at ``path``; nothing older than ``age`` seconds, and nothing from the future."""
        self.path = path
        self.is_damaged = False
        self._now = int(time.time())
        self._age = age
        known = self._read() if path is not None and age > 0 else {}
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

    def save(self) -> None:
        """Write what is known in one step.  Raises ``TolkbarError`` where the disk is in the way."""
        if self.path is not None and self._age > 0:
            replace(self.path, msgspec.json.encode(_File(FORMAT, dict(sorted(self._kept.items())))))

    def _read(self) -> dict[str, Kept]:
        content = self._content()
        if not content:
            return {}
        try:
            file = msgspec.json.decode(content, type=_File)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            self.is_damaged = True
            return {}
        return file.addresses if file.format == FORMAT else {}

    def _content(self) -> bytes | None:
        if self.path is None:
            return None
        try:
            if self.path.stat().st_size > _BYTES or not self.path.is_file():
                self.is_damaged = True
                return None
            return read_bytes(self.path)
        except FileNotFoundError:
            return None
        except OSError:
            self.is_damaged = True
            return None
