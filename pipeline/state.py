"""What earlier runs knew, so that what has not changed is not done again.

A key is a digest of everything that a piece of work depends on; equal key, equal result.  The store
is SQLite: safe against a kill and a second process, read only where somebody asks.  It may be deleted
at any time, and one that is damaged or of another format is: that costs a full run, nothing else.
"""

from __future__ import annotations

import contextlib
import sqlite3
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec

from pipeline.files import WORK, make_folder

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 3
"""Raised whenever the same input would give other output, or the store is laid out anew."""

_NAME = f"{WORK}/state.sqlite"
_LAYOUT = "CREATE TABLE kept (name TEXT, key TEXT, value BLOB, PRIMARY KEY (name, key)) WITHOUT ROWID"


def digest(*parts: bytes | str | None) -> str:
    """Return a key for ``parts``; None differs from empty, and no two lists of parts run together."""
    whole = blake2b(digest_size=16)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(b"-" if content is None else b"%d:" % len(content) + content)
    return whole.hexdigest()


class State:
    """The tables of one site: each maps a name, such as a page's, to bytes or to a JSON value."""

    def __init__(self, root: Path) -> None:
        """Open the store of the site at ``root``; make one where there is none that can be read."""
        self._path = root / _NAME
        make_folder(self._path.parent)
        try:
            self._store = self._open()
        except sqlite3.DatabaseError:
            self._forget()
            self._store = self._open()
        self._tables: dict[str, dict[str, Any]] = {}
        self._before: dict[str, dict[str, bytes]] = {}

    def table(self, name: str) -> dict[str, Any]:
        """Return a whole table of JSON values, to read and to write; :meth:`save` keeps the changes."""
        if name not in self._tables:
            rows = dict(self._store.execute("SELECT key, value FROM kept WHERE name = ?", (name,)).fetchall())
            self._before[name] = rows
            self._tables[name] = {key: msgspec.json.decode(value) for key, value in rows.items()}
        return self._tables[name]

    def read(self, name: str, key: str) -> bytes | None:
        """Return the bytes that a table keeps for ``key``, None where it keeps none."""
        row = self._store.execute("SELECT value FROM kept WHERE name = ? AND key = ?", (name, key)).fetchone()
        return row[0] if row else None

    def write(self, name: str, key: str, value: bytes) -> None:
        """Keep ``value``."""
        self._store.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (name, key, value))

    def forget(self, name: str, key: str) -> None:
        """Keep nothing for ``key`` any more."""
        self._store.execute("DELETE FROM kept WHERE name = ? AND key = ?", (name, key))

    def save(self) -> None:
        """Keep what changed, all of it or nothing."""
        for name, table in self._tables.items():
            before = self._before[name]
            after = {key: msgspec.json.encode(value) for key, value in table.items()}
            for key in before.keys() - after.keys():
                self.forget(name, key)
            for key, value in after.items():
                if before.get(key) != value:
                    self.write(name, key, value)
            self._before[name] = after
        self._store.commit()

    def close(self) -> None:
        """Save, and let go of the store."""
        try:
            self.save()
        finally:
            self._store.close()

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(self._path)
        # A power cut may cost the store, never the site: nothing in it is anybody's work.
        store.execute("PRAGMA synchronous = OFF")
        (version,) = store.execute("PRAGMA user_version").fetchone()
        if version != FORMAT:
            store.execute("DROP TABLE IF EXISTS kept")
            store.execute(_LAYOUT)
            store.execute(f"PRAGMA user_version = {FORMAT:d}")
            store.commit()
        store.execute("SELECT 1 FROM kept LIMIT 1").fetchone()
        return store

    def _forget(self) -> None:
        for name in (_NAME, f"{_NAME}-journal"):
            with contextlib.suppress(OSError):
                (self._path.parent.parent / name).unlink()
