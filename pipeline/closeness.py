"""Close translations, from the catalogs of a site as they stand at this moment and from its memory."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from pipeline import po, tmx
from pipeline.catalog.close import Bank, Known, known_entries
from pipeline.digests import NOTHING, sight
from pipeline.errors import TolkbarError
from pipeline.files import all_files, read_bytes
from pipeline.locales import FOLDER, memory_name
from pipeline.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.catalog.close import Match
    from pipeline.digests import Sight


class Translations:
    """All that has been translated on a site into one language, fuzzy ones left out."""

    def __init__(self, root: Path, source_language: str, language: str) -> None:
        """Prepare to read the catalogs of the site at ``root``; nothing is read before it is asked for."""
        self._root = root
        self._languages = source_language, language
        self._bank = Bank()
        self._seen: dict[str, Sight] = {}
        self._lock = Lock()

    def near(self, msgid: str, msgctxt: str | None = None, limit: int = 5) -> list[Match]:
        """Return the best translations of texts like ``msgid``, as :meth:`Bank.near` does.

        Files that have changed since they were last asked for are read again, and no others; a damaged
        one knows nothing.
        """
        with self._lock:
            self._refresh()
            return self._bank.near(msgid, msgctxt, limit)

    def _refresh(self) -> None:
        found = dict(self._found())
        for name in self._seen.keys() - found:
            self._bank.put(name, ())
        for name, seen in found.items():
            if self._seen.get(name) != seen:
                self._bank.put(name, self._read(name))
        self._seen = found

    def _found(self) -> Iterator[tuple[str, Sight]]:
        """Yield the files there are, each with its sight, which changes when somebody writes it."""
        folder = f"{FOLDER}/{self._languages[1]}/LC_MESSAGES"
        catalogs = (f"{folder}/{name}" for name in all_files(self._root / folder) if name.endswith(".po"))
        for name in (*catalogs, memory_name(self._languages[1])):
            if (seen := sight(f"{self._root}/{name}")) != NOTHING:
                yield name, seen

    def _read(self, name: str) -> list[Known]:
        try:
            content = read_bytes(self._root / name) or b""
            if name.endswith(".po"):
                return known_entries(name, po.read(content, name).entries)
            said = tmx.read(content, name).translations(*self._languages)
            return [Known(one.source, one.target, one.context, Location(name, one.line)) for one in said]
        except (TolkbarError, OSError):
            return []
