"""What earlier runs knew, so that what has not changed is not done again.

A key is a digest of everything that a piece of work depends on; equal key, equal result.  The store
is SQLite: safe against a kill and a second process, read only where somebody asks.  It may be deleted
at any time, and one that is damaged, of another format or made by other code is: that costs a full run,
nothing else.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Self

import msgspec

from pipeline.errors import PublishError
from pipeline.files import WORK, make_folder, refuse_link
from pipeline.model import Location, msg
from pipeline.version import code_number

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

FORMAT = 11
"""Raised whenever the store is laid out anew; other code is noticed by itself (:mod:`pipeline.version`)."""

_NAME = f"{WORK}/state.sqlite"
_CLOCK = "clock"
_SEAL = 8
"""Bytes of the digest before every value."""

_WHOLE = ""
"""The key of a table that is kept as one value."""

_EMPTY = msgspec.msgpack.encode({})

_TROUBLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""What the disk or another process is to blame for, and a new store would not mend."""

_LAYOUT = "CREATE TABLE kept (name TEXT, key TEXT, value BLOB, PRIMARY KEY (name, key))"


def digest(*parts: bytes | str | None) -> str:
    """Return a key for ``parts``; None differs from empty, and no two lists of parts run together."""
    whole = blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(b"-" if content is None else b"%d:" % len(content) + content)
    return whole.hexdigest()


class State:
    """The tables of one site: each maps a name, such as a page's, to bytes or to plain values.

    Every value is sealed with a digest, and one whose seal is broken is as if it had never been kept.
    """

    def __init__(self, root: Path, name: str = _NAME, *, patience: float = 5.0) -> None:
        """Open the store of the site at ``root``; make one where there is none that can be read.

        ``name`` is that of another store, below ``root``; ``patience`` how many seconds another process may
        keep this one waiting.
        Raises PublishError, as every method does, where the disk is full or the store not writable.
        """
        self._path = root / name
        self._patience = patience
        self._tables: dict[str, dict[str, Any]] = {}
        self._before: dict[str, bytes] = {}
        make_folder(self._path.parent)
        refuse_link(self._path)
        self._store = self._connect()
        try:
            self._lay_out()
        except sqlite3.Error as error:
            self._start_afresh(error)
        self._opened = _clock(self._path.with_name(_CLOCK)), time.monotonic_ns()

    def __enter__(self) -> Self:
        """Return the store, to be closed at the end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the store; a fault that is under way already is not hidden by one of the store."""
        with contextlib.suppress(*((PublishError, sqlite3.Error) if error else ())):
            self.close()

    def now(self) -> int:
        """Return the time, in nanoseconds, by the clock of the file system that the site lies on."""
        there, here = self._opened
        return there + time.monotonic_ns() - here

    def table(self, name: str) -> dict[str, Any]:
        """Return a whole table of plain values, to read and to write; :meth:`save` keeps the changes.

        It is kept as one value: to read a thousand rows takes longer than to make a page.
        """
        if name not in self._tables:
            kept = self.read(name, _WHOLE) or _EMPTY
            self._tables[name], self._before[name] = msgspec.msgpack.decode(kept), kept
        return self._tables[name]

    def read(self, name: str, key: str) -> bytes | None:
        """Return the bytes that a table keeps for ``key``, None where it keeps none."""
        rows = self._ask("SELECT value FROM kept WHERE name = ? AND key = ?", name, key)
        return _opened(name, key, rows[0][0]) if rows else None

    def write(self, name: str, key: str, value: bytes) -> None:
        """Keep ``value``."""
        sealed = _seal(name, key, value) + value
        self._ask("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", name, key, sealed)

    def keys(self, name: str) -> list[str]:
        """Return the keys that a table keeps something for."""
        return [key for (key,) in self._ask("SELECT key FROM kept WHERE name = ?", name)]

    def forget(self, name: str, key: str) -> None:
        """Keep nothing for ``key`` any more."""
        self._ask("DELETE FROM kept WHERE name = ? AND key = ?", name, key)

    def save(self) -> None:
        """Keep what changed, all of it or nothing."""
        for name, table in self._tables.items():
            after = msgspec.msgpack.encode(table)
            if self._before[name] != after:
                self.write(name, _WHOLE, after)
                self._before[name] = after
        try:
            self._store.commit()
        except sqlite3.Error as error:
            self._start_afresh(error)

    def close(self) -> None:
        """Save, and let go of the store."""
        try:
            self.save()
        finally:
            self._store.close()

    def _ask(self, statement: str, *values: str | bytes) -> list[Any]:
        """Return the rows that answer ``statement``; a store that turns out to be damaged answers empty."""
        try:
            return self._store.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            self._start_afresh(error)
        return self._store.execute(statement, values).fetchall()

    def _connect(self) -> sqlite3.Connection:
        try:
            store = sqlite3.connect(self._path, timeout=self._patience)
        except sqlite3.Error as error:
            raise self._fault(error) from error
        store.text_factory = partial(str, encoding="utf-8", errors="replace")  # a damaged name is no name
        return store

    def _lay_out(self) -> None:
        # A power cut may cost the store, never the site: nothing in it is anybody's work.
        self._store.execute("PRAGMA synchronous = OFF")
        self._store.execute("PRAGMA page_size = 16384")  # of a new store: most values fit into one
        (version,) = self._store.execute("PRAGMA user_version").fetchone()
        if version != code_number(FORMAT):
            self._store.execute("DROP TABLE IF EXISTS kept")
            self._store.execute(_LAYOUT)
            self._store.execute(f"PRAGMA user_version = {code_number(FORMAT):d}")
            self._store.commit()
        self._store.execute("SELECT name, key, value FROM kept LIMIT 1").fetchone()

    def _start_afresh(self, error: sqlite3.Error) -> None:
        """Begin an empty store in place of a damaged one; raise PublishError where it is the disk's fault.

        What was not saved is then given up, and others need not wait for it.
        """
        if _code(error) in _TROUBLE:
            with contextlib.suppress(sqlite3.Error):
                self._store.rollback()
            raise self._fault(error) from error
        self._store.close()
        for ending in ("", "-journal"):
            with contextlib.suppress(OSError):
                self._path.with_name(f"{self._path.name}{ending}").unlink()
        self._before = dict.fromkeys(self._before, _EMPTY)
        self._store = self._connect()
        try:
            self._lay_out()
        except sqlite3.Error as again:
            raise self._fault(again) from again

    def _fault(self, error: sqlite3.Error) -> PublishError:
        return PublishError(
            msg(
                "What earlier runs knew cannot be used: {reason}. "
                "Free space on the disk, or delete this file: the next run makes it anew.",
                reason=str(error),
            ),
            Location(self._path.as_posix(), 1),
        )


def _clock(path: Path) -> int:
    """Touch the file ``path``; return when that was, by the clock of its file system.

    A server's may differ from ours.  One that cannot be asked stands still, and nothing looks old to it.
    """
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666))
        os.utime(path)
        return path.lstat().st_mtime_ns
    except OSError:
        return 0


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF  # without its extended part


def _seal(name: str, key: str, value: bytes) -> bytes:
    """Return what proves that ``value`` is what was kept there."""
    seal = blake2b(f"{name}\0{key}\0".encode(), digest_size=_SEAL)
    seal.update(value)
    return seal.digest()


def _opened(name: str, key: str, sealed: object) -> bytes | None:
    """Return the value behind its seal, None where that is broken."""
    if not isinstance(sealed, bytes):
        return None
    seal, value = sealed[:_SEAL], sealed[_SEAL:]
    return value if seal == _seal(name, key, value) else None
