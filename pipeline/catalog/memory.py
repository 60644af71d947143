"""What has been translated anywhere on a site into one language: for paragraphs that move between pages."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.catalog.predecessors import Entries
from pipeline.model import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pipeline.po import Catalog, Entry, Key

    Pages = Iterable[tuple[Catalog, Catalog | None]]
    Found = tuple[dict[Key, Entry], dict[Key, Entry]]


class Memory:
    """The translations of a whole site in one language, asked when a page has none of its own.

    Fuzzy translations are not remembered.
    """

    def __init__(
        self,
        pages: Callable[[], Pages] = tuple,
        elsewhere: Callable[[], Iterable[Entry]] = tuple,
        holding: Callable[[Key], Pages | None] = lambda _: None,
    ) -> None:
        """Remember what ``pages`` returns: every page's catalog as it stands, with the page's new template.

        The template is None for a page that is gone.  ``elsewhere`` returns what no page of the site
        has: translations that were delivered, or kept from other sites.  Each is called when it is
        first needed, and only then: a run in which nothing is new reads no other file for it.  The
        order of either decides between equally good translations; let it always be the same.
        ``holding`` returns those of the pages that have a message translated, perhaps with others; None
        where all are to be asked.
        """
        self._pages, self._holding = pages, holding
        self._elsewhere = elsewhere

    def recall(self, unit: Entry) -> Entry | None:
        """Return a translated entry with the msgid, msgctxt and plural of ``unit``, from whatever page.

        A page that no longer has it comes first: the paragraph has moved from there.
        """
        gone, active = self._of(unit.key)
        known = gone.get(unit.key) or active.get(unit.key)
        return known if known and known.plural == unit.plural else None

    def suggest(self, unit: Entry) -> Entry | None:
        """Return a translation of the very text of ``unit`` from elsewhere; one in its context goes first."""
        known = self._told.get(unit.msgid, {}) if unit.plural is None else {}
        return known.get(unit.msgctxt) or next(iter(known.values()), None)

    @cached_property
    def gone(self) -> Entries:
        """Return what was translated on pages that no longer have it."""
        return Entries(self._gone.values())

    @cached_property
    def active(self) -> Entries:
        """Return what is translated on pages that have it."""
        return Entries(self._active.values())

    @cached_property
    def elsewhere(self) -> Entries:
        """Return what was translated elsewhere."""
        return Entries(entry for known in self._told.values() for entry in known.values())

    @cached_property
    def _told(self) -> dict[str, dict[str | None, Entry]]:
        told: dict[str, dict[str | None, Entry]] = {}
        for entry in self._elsewhere():
            told.setdefault(entry.msgid, {}).setdefault(entry.msgctxt, entry)
        return told

    @property
    def _gone(self) -> dict[Key, Entry]:
        return self._translations[0]

    @property
    def _active(self) -> dict[Key, Entry]:
        return self._translations[1]

    def _of(self, key: Key) -> Found:
        """Return the translations of all pages, or where few have ``key``, of those."""
        if "_translations" not in vars(self) and (few := self._holding(key)) is not None:
            return _translations(few)
        return self._translations

    @cached_property
    def _translations(self) -> Found:
        return _translations(self._pages())


def _translations(pages: Pages) -> Found:
    """Return what is translated on pages that no longer have it, and on pages that do."""
    gone: dict[Key, Entry] = {}
    active: dict[Key, Entry] = {}
    for catalog, template in pages:
        wanted = {unit.key for unit in template.entries} if template else set()
        for entry in catalog.entries:
            if entry.state is State.TRANSLATED:
                there = not entry.obsolete and entry.key in wanted
                (active if there else gone).setdefault(entry.key, entry)
    return gone, active
