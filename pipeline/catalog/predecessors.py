"""Which old message each new one descends from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

    from pipeline.catalog.likeness import Texts
    from pipeline.po import Entry, Key

    Kind = tuple[str | None, bool]
    Place = tuple[Key | None, Key | None]
    Places = Mapping[Key, Place]

THRESHOLD: Final = 0.6  # what is less like only misleads
# A predecessor that stands between the same neighbours as the new message need not be quite so like
# it, and goes before one that is more like it but stands elsewhere.
_NEED_LESS: Final = 0.1
_GO_BEFORE: Final = 0.3


class Entries:
    """Entries that a new message may descend from, compared only with messages of their own kind.

    A kind is a context, and with or without a plural: a slug is no predecessor of a paragraph.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Take ``entries``, whose order decides between equally good ones."""
        self._kinds: dict[Kind, list[Entry]] = {}
        for entry in entries:
            self._kinds.setdefault(_kind(entry), []).append(entry)
        self._texts: dict[Kind, Texts] = {}

    def near(self, unit: Entry) -> list[tuple[float, int, Entry]]:
        """Return likeness, place and entry of those most like ``unit``, in no order."""
        kind = _kind(unit)
        entries = self._kinds.get(kind)
        if entries is None:
            return []
        if kind not in self._texts:
            from pipeline.catalog.likeness import Texts  # noqa: PLC0415 - where nothing is new, nothing compares

            self._texts[kind] = Texts([entry.msgid for entry in entries])
        return [(score, place, entries[place]) for score, place in self._texts[kind].near(unit.msgid)]


@dataclass(frozen=True, slots=True)
class Pool:
    """Entries to choose from, how like they must be, and where the new messages and they stand."""

    entries: Entries
    threshold: float = THRESHOLD
    places: tuple[Places, Places] = ({}, {})


def predecessors(new: Sequence[Entry], pools: Iterable[Pool], used: Iterable[Key]) -> dict[Key, Entry]:
    """Return the predecessors of those ``new`` messages that have one, by their keys.

    An earlier pool goes before a later one, and within a pool the most like pair before all others;
    a predecessor is used once, and never if it is among ``used`` already.
    """
    found: dict[Key, Entry] = {}
    taken = set(used)
    for pool in pools:
        remaining = [unit for unit in new if unit.key not in found]
        if not remaining:
            break
        for _, _, _, unit, entry in sorted(_pairs(remaining, pool), key=lambda pair: pair[:3]):
            if unit.key not in found and entry.key not in taken:
                found[unit.key] = entry
                taken.add(entry.key)
    return found


def neighbours(keys: Iterable[Key], kept: Container[Key]) -> Places:
    """Return the kept keys before and after each of ``keys`` that is not ``kept``; None at the ends."""
    places: dict[Key, Place] = {}
    before: Key | None = None
    waiting: list[Key] = []
    for key in (*keys, None):
        if key is None or key in kept:
            places.update(dict.fromkeys(waiting, (before, key)))
            before, waiting = key, []
        else:
            waiting.append(key)
    return places


def _pairs(new: Sequence[Entry], pool: Pool) -> Iterator[tuple[float, int, int, Entry, Entry]]:
    """Yield the pairs that are like enough: the better, the smaller the first of their numbers."""
    for number, unit in enumerate(new):
        for likeness, place, entry in pool.entries.near(unit):
            together = _together(unit, entry, pool.places)
            if likeness + _NEED_LESS * together >= pool.threshold:
                yield -likeness - _GO_BEFORE * together, number, place, unit, entry


def _together(unit: Entry, entry: Entry, places: tuple[Places, Places]) -> float:
    """Return the share of neighbours that both have, 0, ½ or 1."""
    new, old = places[0].get(unit.key), places[1].get(entry.key)
    return ((new[0] == old[0]) + (new[1] == old[1])) / 2 if new and old else 0


def _kind(entry: Entry) -> Kind:
    return entry.msgctxt, entry.plural is None
