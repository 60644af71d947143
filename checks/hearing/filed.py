"""What pages say to one another, of more pages than fit in memory: a mapping on the disk.

It is SQLite's own temporary file, which ends with the process however that ends; where it lies says
``SQLITE_TMPDIR``, else ``TMPDIR``.  What is small enough never leaves memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import ItemsView, Iterator, ValuesView
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.hearing import packing
from checks.subjects.pages import Known

if TYPE_CHECKING:
    from checks.subjects.facts import Facts

_KEPT: Final = 1_000  # pages at hand: those that menus lead to
_CACHE: Final = 64_000  # kibibytes of the file in memory
_TABLE: Final = "create table pages (number integer primary key, path blob unique, facts blob)"


class FiledFacts(Known):
    """The facts of pages by their paths, in the order in which they came."""

    def __init__(self) -> None:
        """Have none yet."""
        self._file = sqlite3.connect("", isolation_level=None)
        for line in (f"pragma cache_size = -{_CACHE}", "pragma journal_mode = off", "begin", _TABLE):
            self._file.execute(line)
        self._odd: dict[str, Facts] = {}  # of which some name is no text
        self._at_hand = lru_cache(_KEPT)(self._read)

    def add(self, facts: Facts) -> None:
        """File the facts of a page."""
        path, content = facts.path, packing.spoken(facts)
        if content is None:
            self._odd[path] = facts
        self._file.execute("insert or replace into pages (path, facts) values (?, ?)", (_key(path), content))
        self._at_hand.cache_clear()

    def __getitem__(self, path: str) -> Facts:
        """Return the facts of a page; raises ``KeyError``."""
        return self._at_hand(path)

    def __contains__(self, path: object) -> bool:
        """Return whether a page is known."""
        found = self._file.execute("select 1 from pages where path = ?", (_key(str(path)),))
        return found.fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        """Yield the paths."""
        return (_path(path) for (path,) in self._file.execute("select path from pages order by number"))

    def __len__(self) -> int:
        """Return how many pages are known."""
        number: int = self._file.execute("select count(*) from pages").fetchone()[0]
        return number

    def items(self) -> ItemsView[str, Facts]:
        """Return the pages with their facts, read one after another."""
        return _Items(self)

    def values(self) -> ValuesView[Facts]:
        """Return the facts, read one after another."""
        return _Values(self)

    def rows(self) -> Iterator[tuple[str, Facts]]:
        """Yield the pages with their facts."""
        rows = self._file.execute("select path, facts from pages order by number")
        return ((_path(path), self._facts(_path(path), content)) for path, content in rows)

    def _read(self, path: str) -> Facts:
        row = self._file.execute("select facts from pages where path = ?", (_key(path),)).fetchone()
        if row is None:
            raise KeyError(path)
        return self._facts(path, row[0])

    def _facts(self, path: str, content: bytes | None) -> Facts:
        return self._odd[path] if content is None else packing.facts(content)


class _Items(ItemsView[str, "Facts"]):
    _mapping: FiledFacts

    def __iter__(self) -> Iterator[tuple[str, Facts]]:
        return self._mapping.rows()


class _Values(ValuesView["Facts"]):
    _mapping: FiledFacts

    def __iter__(self) -> Iterator[Facts]:
        return (facts for _, facts in self._mapping.rows())


def _key(path: str) -> bytes:
    return path.encode("utf-8", "surrogateescape")


def _path(key: bytes) -> str:
    return key.decode("utf-8", "surrogateescape")
