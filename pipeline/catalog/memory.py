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


class Memory:
    """The translations of a whole site in one language, asked when a page has none of its own.

    Fuzzy translations are not remembered.
    """

    def __init__(self, pages: Callable[[], Pages] = tuple) -> None:
        """Remember what ``pages`` returns: every page's catalog as it stands, with the page's new template.

        The template is None for a page that is gone.  ``pages`` is called when the memory is first
        asked, and only then: a run in which nothing is new reads no other page's catalog for it.
        The order of the pages decides between equally good translations; let it always be the same.
        """
        self._pages = pages

    def recall(self, unit: Entry) -> Entry | None:
        """Return a translated entry with the msgid, msgctxt and plural of ``unit``, from whatever page.

        A page that no longer has it comes first: the paragraph has moved from there.
        """
        known = self._gone.get(unit.key) or self._active.get(unit.key)
        return known if known and known.plural == unit.plural else None

    @cached_property
    def gone(self) -> Entries:
        """Return what was translated on pages that no longer have it."""
        return Entries(self._gone.values())

    @cached_property
    def active(self) -> Entries:
        """Return what is translated on pages that have it."""
        return Entries(self._active.values())

    @property
    def _gone(self) -> dict[Key, Entry]:
        return self._translations[0]

    @property
    def _active(self) -> dict[Key, Entry]:
        return self._translations[1]

    @cached_property
    def _translations(self) -> tuple[dict[Key, Entry], dict[Key, Entry]]:
        gone: dict[Key, Entry] = {}
        active: dict[Key, Entry] = {}
        for catalog, template in self._pages():
            wanted = {unit.key for unit in template.entries} if template else set()
            for entry in catalog.entries:
                if entry.state is State.TRANSLATED:
                    there = not entry.obsolete and entry.key in wanted
                    (active if there else gone).setdefault(entry.key, entry)
        return gone, active
