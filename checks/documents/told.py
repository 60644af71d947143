"""What other machines have read of documents: packed facts on the disk, for as long as a run lasts."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

_CACHE: Final = 16_000  # kibibytes of the file in memory
_TABLE: Final = "create table documents (name blob primary key, facts blob, digest text)"


class Reading(NamedTuple):
    """What was read of one document: its facts, packed, and the digest of its content."""

    facts: bytes
    digest: str | None


class Told:
    """Readings by the names of documents, in a temporary file of SQLite's own."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._file = sqlite3.connect("", isolation_level=None)
        for line in (f"pragma cache_size = -{_CACHE}", "pragma journal_mode = off", "begin", _TABLE):
            self._file.execute(line)

    def add(self, name: str, reading: Reading) -> None:
        """Take in what was read of a document."""
        self._file.execute("insert or replace into documents values (?, ?, ?)", (_key(name), *reading))

    def get(self, name: str) -> Reading | None:
        """Return what was read of a document, if anybody has told."""
        row = self._file.execute(
            "select facts, digest from documents where name = ?", (_key(name),)
        ).fetchone()
        return None if row is None else Reading(*row)


def _key(name: str) -> bytes:
    return name.encode("utf-8", "surrogateescape")
