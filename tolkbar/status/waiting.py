"""Since when an entry has been fuzzy, as far as anybody can know.

No catalog says when an entry became fuzzy.  Two things prove that it was so on a day: an earlier run
that saw it and has kept the day in the site's store, and the catalog's file, which has not changed
since the day that it bears.  The earlier of the two is given; the entry may be older than that, never
younger.  Where the store has been deleted and the file copied, that is today.

What the file says itself survives both: ``PO-Revision-Date``, when a person last saved the catalog.
It proves nothing about one entry, and is told beside the day for that reason.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final

from pipeline.files import stamp
from pipeline.state import digest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from pipeline.po import Catalog, Entry
    from pipeline.state import State

TABLE: Final = "fuzzy"
"""The table of the store: for each catalog, its fuzzy entries and the day that each was first seen."""

_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_BILLION: Final = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A fuzzy entry: ``since`` a day on which it was fuzzy already, ``revised`` the day its catalog bears."""

    path: str
    line: int
    msgid: str
    since: date
    revised: date | None


class Days:
    """Remembers from run to run when an entry was first seen fuzzy."""

    def __init__(self, root: Path, state: State, today: date) -> None:
        """Take the site's ``root`` and its store."""
        self._root = root
        self._known: dict[str, Any] = state.table(TABLE)
        self._today = today

    def oldest(self, catalog: Catalog, *, is_written: bool = True) -> Waiting | None:
        """Return the entry of ``catalog`` that has been fuzzy longest, if any is fuzzy; the first of several.

        ``is_written`` tells whether the catalog stands so in its file.  Remembers all that are fuzzy.
        """
        before = self._known.get(catalog.path)
        known = before if isinstance(before, dict) else {}
        file = self._day_of_file(catalog.path) if is_written else self._today
        days = {
            key: min(file, _day(known.get(key)) or file, self._today) for key, _ in _fuzzy_entries(catalog)
        }
        self._known[catalog.path] = {key: day.isoformat() for key, day in days.items()}
        found = ((days[key], entry) for key, entry in _fuzzy_entries(catalog))
        first = min(found, key=lambda pair: (pair[0], pair[1].line), default=None)
        if first is None:
            return None
        revised = _day(catalog.header.get("PO-Revision-Date"))
        return Waiting(catalog.path, first[1].line, first[1].msgid, first[0], revised)

    def forget(self, path: str) -> None:
        """Forget a catalog in which nothing is fuzzy any more."""
        self._known.pop(path, None)

    def _day_of_file(self, path: str) -> date:
        _, nanoseconds = stamp(f"{self._root}/{path}")
        if nanoseconds < 0:
            return self._today
        return datetime.fromtimestamp(nanoseconds // _BILLION, UTC).astimezone().date()


def _fuzzy_entries(catalog: Catalog) -> Iterator[tuple[str, Entry]]:
    """Yield the fuzzy entries by what they are known by: the message, and what it was translated for."""
    for entry in catalog.entries:
        if entry.fuzzy and not entry.obsolete:
            yield digest(*entry.key, entry.previous_msgid, *entry.strings), entry


def _day(text: object) -> date | None:
    """Return the day that ``text`` begins with, None where it is none."""
    found = _DAY.match(text) if isinstance(text, str) else None
    try:
        return date.fromisoformat(found[0]) if found else None
    except ValueError:
        return None
