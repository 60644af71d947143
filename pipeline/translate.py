"""Unit → its translation and state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.errors import CatalogError
from pipeline.model import Location, State, msg
from pipeline.placeholder import problems
from pipeline.wording import Wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.po import Catalog, Entry, Key
    from pipeline.segment.model import Unit
    from pipeline.wording import Words

SLUG = "slug"
"""The context of the last part of a page's address."""

_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Translation(Struct, frozen=True):
    """What an edition shows for a unit, and why.

    ``text`` is the translation, or the msgid where ``state`` is not translated; ``line`` its line in
    the catalog, None where there is none.
    """

    text: str
    state: State
    line: int | None = None


class Translator:
    """Finds the translations of one page in one language; without a catalog, the source's own words."""

    def __init__(self, catalog: Catalog | Wording | None) -> None:
        """Index the catalog, or what is kept of it, by key."""
        self._catalog = catalog
        self._entries: Mapping[Key, Entry | Words] = {}
        if isinstance(catalog, Wording):
            self._entries = {entry.key: entry for entry in catalog.entries}
        elif catalog:
            self._entries = {entry.key: entry for entry in catalog.entries if not entry.obsolete}

    def __call__(self, unit: Unit) -> Translation:
        """Return the translation of ``unit``.

        A fuzzy one is never used, nor one whose placeholders do not agree with the msgid's: the
        gate reports it.  Raises CatalogError for a translated slug that makes no address.
        """
        if self._catalog is None:
            return Translation(unit.msgid, State.TRANSLATED)
        entry = self._entries.get(unit.key)
        if entry is None:
            return Translation(unit.msgid, State.UNTRANSLATED)
        if entry.fuzzy or not entry.msgstr:
            return Translation(unit.msgid, State.FUZZY if entry.fuzzy else State.UNTRANSLATED, entry.line)
        if unit.context == SLUG and not makes_address(entry.msgstr):
            raise CatalogError(
                msg("“{slug}” makes no address. Use a–z, 0–9 and single hyphens.", slug=entry.msgstr),
                Location(self._catalog.path, entry.line),
            )
        if problems(entry.msgid, entry.msgstr):
            return Translation(unit.msgid, State.UNTRANSLATED, entry.line)
        return Translation(entry.msgstr, State.TRANSLATED, entry.line)


def makes_address(slug: str) -> bool:
    """Tell whether ``slug`` may be the last part of a page's address."""
    return _ADDRESS.fullmatch(slug) is not None
