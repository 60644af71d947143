"""A new template and the old catalog → the new catalog; nothing that a person typed is lost.

A message gets its translation from the first of these that has one:

1. the same message (msgctxt and msgid) in the old catalog, then among its obsolete ones;
2. the same message on another page, first on one that no longer has it: the paragraph has moved;
3. the same text in the memory of what was translated elsewhere, as fuzzy: it was said of something else;
4. a like message, as fuzzy: one that vanished from this page, an obsolete one, one that vanished
   from another page, one that this page still has, one that another page has, one in the memory.

A like message helps one new message only, and only a message that is new in this run: what a
translator has emptied stays empty.  Whatever helped stays as an obsolete entry, too; when the source
takes an old wording back, its translation comes back with it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from pipeline.catalog import units
from pipeline.catalog.header import catalog_header, header_entry
from pipeline.catalog.predecessors import Entries, Pool, neighbours, predecessors
from pipeline.model import State
from pipeline.po import Catalog

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pipeline.catalog.header import Origin
    from pipeline.catalog.memory import Memory
    from pipeline.po import Entry, Key

# Between pages a suggestion must be better than within one, where the place speaks for it.
_ACROSS_PAGES: Final = 0.7
_PLURAL_COUNT: Final = re.compile(r"nplurals\s*=\s*(\d{1,2})\b")


@dataclass(frozen=True, slots=True)
class Changes:
    """What a merge did, in messages.

    Of the messages that the page has, ``new`` ones wait for a translation, ``fuzzy`` ones got a like
    one, ``revived`` ones got their own back (from obsolete entries or from another page), ``updated``
    ones have new references or notes.  Of those that the page had, ``obsolete`` ones are kept and
    ``removed`` ones are not, for nobody had written anything there.
    """

    new: int = 0
    fuzzy: int = 0
    revived: int = 0
    updated: int = 0
    unchanged: int = 0
    obsolete: int = 0
    removed: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged catalog; ``changed`` tells whether its text is another than that of the old one.

    The lines of its entries are those of the old file until it has been written and read again.
    """

    catalog: Catalog
    changes: Changes
    changed: bool


def merge(  # noqa: PLR0913  what a catalog is made of, no more
    template: Catalog, old: Catalog | None, language: str, memory: Memory, *, path: str, origin: Origin
) -> Merge:
    """Return the catalog of ``template`` in ``language``, with all that ``old`` and ``memory`` know.

    ``old`` is None for a page that has no catalog yet; ``path`` names the new one and ``origin`` says
    what its header does.  Merging the result again changes nothing.  Raises ``ConfigError`` for a
    new catalog in a language without plural rules.
    """
    before = old or _new_catalog(path, language, origin)
    page = _Page(template, before)
    known = [page.known(unit, memory) for unit in template.entries]
    found = page.predecessors(known, memory)
    entries = [entry or page.new(unit, found) for unit, entry in zip(template.entries, known, strict=True)]
    kept, left = page.obsolete(found)
    catalog = replace(before, entries=(*entries, *kept, *left))
    changes = page.changes(entries, left)
    return Merge(catalog, changes, changed=old is None or catalog.entries != old.entries)


class _Page:
    """One page's template beside its old catalog."""

    def __init__(self, template: Catalog, before: Catalog) -> None:
        self._units = {unit.key: unit for unit in template.entries}
        self._active = {entry.key: entry for entry in before.active}
        self._obsolete = {entry.key: entry for entry in before.obsolete}
        plural = _PLURAL_COUNT.search(before.header.get("Plural-Forms", ""))
        self._forms = int(plural[1]) if plural else 2

    def known(self, unit: Entry, memory: Memory) -> Entry | None:
        """Return the entry of ``unit`` if this very message is known here or anywhere, else None."""
        known = self._active.get(unit.key) or self._obsolete.get(unit.key)
        if known and any(known.strings):
            return units.translated(unit, known, self._forms)
        donor = memory.recall(unit)
        if donor:
            known = units.donated(known or units.untranslated(unit, self._forms), donor)
        elif told := memory.suggest(unit):
            known = units.suggested(known or units.untranslated(unit, self._forms), told)
        return units.translated(unit, known, self._forms) if known else None

    def predecessors(self, known: Sequence[Entry | None], memory: Memory) -> dict[Key, Entry]:
        """Return what the messages that are not ``known`` descend from, as far as that can be seen."""
        new = [unit for unit, entry in zip(self._units.values(), known, strict=True) if entry is None]
        here = [entry for entry in known if entry]
        used = {(entry.previous_msgctxt, entry.previous_msgid or "") for entry in here if entry.fuzzy}
        return predecessors(new, self._pools(here, memory), used) if new else {}

    def new(self, unit: Entry, found: Mapping[Key, Entry]) -> Entry:
        """Return the entry of ``unit``, which nothing knows, with the translation of its predecessor."""
        predecessor = found.get(unit.key)
        return units.fuzzy(unit, predecessor) if predecessor else units.untranslated(unit, self._forms)

    def obsolete(self, found: Mapping[Key, Entry]) -> tuple[list[Entry], list[Entry]]:
        """Return the entries that stay obsolete, and those that the source has left in this run.

        What was still fuzzy and lives on as fuzzy in a new message needs no second place.
        """
        kept = [entry for key, entry in self._obsolete.items() if key not in self._units]
        moved = {entry.key for entry in found.values() if entry.fuzzy}
        left = [entry for entry in self._vanished() if units.typed(entry) and entry.key not in moved]
        return kept, [units.obsolete(entry) for entry in left]

    def changes(self, entries: Sequence[Entry], left: Sequence[Entry]) -> Changes:
        """Count what became of the page's messages: those it has, and those that have ``left``."""
        counts = Counter(self._change(entry) for entry in entries)
        return Changes(**counts, obsolete=len(left), removed=len(self._vanished()) - len(left))

    def _change(self, entry: Entry) -> str:
        """Return the field of ``Changes`` that ``entry`` counts in."""
        old = self._active.get(entry.key)
        if entry is old:
            return "unchanged"
        if old and any(old.strings) == any(entry.strings):
            return "updated"
        if not any(entry.strings):
            return "new"
        return "fuzzy" if entry.fuzzy and (old or entry.key not in self._obsolete) else "revived"

    def _vanished(self) -> list[Entry]:
        return [entry for key, entry in self._active.items() if key not in self._units]

    def _pools(self, here: Sequence[Entry], memory: Memory) -> Iterator[Pool]:
        """Yield the pools of predecessors, the likeliest first; ``here`` is what the page still has."""
        kept = self._active.keys() & self._units.keys()
        places = neighbours(self._units, kept), neighbours(self._active, kept)
        yield Pool(_usable(self._vanished()), places=places)
        yield Pool(_usable(entry for key, entry in self._obsolete.items() if key not in self._units))
        yield Pool(memory.gone, _ACROSS_PAGES)
        yield Pool(_usable(entry for entry in here if not entry.fuzzy))
        yield Pool(memory.active, _ACROSS_PAGES)
        yield Pool(memory.elsewhere, _ACROSS_PAGES)


def _usable(entries: Iterable[Entry]) -> Entries:
    """Return those of ``entries`` whose translation can be offered for another message."""
    return Entries(entry for entry in entries if entry.state is not State.UNTRANSLATED)


def _new_catalog(path: str, language: str, origin: Origin) -> Catalog:
    fields = catalog_header(language, origin)
    return Catalog(path, fields, header_entry(fields))
