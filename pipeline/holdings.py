"""Which catalogs of a language hold a translation of a message: known without opening a thousand of them."""

from __future__ import annotations

from array import array
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from pipeline.model import State as Progress

if TYPE_CHECKING:
    from collections.abc import Collection

    from pipeline.locales import Locales
    from pipeline.po import Catalog, Key
    from pipeline.state import State

_FEW: Final = 16  # catalogs: to open more than these one by one is no quicker than to open all
_OFTEN: Final = 100  # questions: to answer more than these takes as long


class Holdings:
    """For each catalog of one language, a number for each message that is translated there.

    Two messages may have the same number; then a catalog is opened that need not have been.
    """

    def __init__(self, language: str, locales: Locales, state: State) -> None:
        """Take what earlier runs noted."""
        self._language, self._locales = language, locales
        self._known: dict[str, Any] = state.table(f"holdings {language}")
        self._questions = 0

    def pages(self, key: Key) -> list[str] | None:
        """Return the pages, in order, whose catalogs may hold a translation of the message ``key``.

        None where it is quicker to open all catalogs, and ask no more.
        """
        self._questions += 1
        if self._questions > _OFTEN or len(self._known) < len(self._all) - _FEW:
            return None
        number = _number(key)
        found = [page for page in self._all if self._may_hold(page, number)]
        return found if len(found) <= _FEW else None

    def note(self, page: str, catalog: Catalog) -> None:
        """Note what ``catalog`` holds, which is the page's as it stands on the disk now."""
        translated = (entry for entry in catalog.entries if entry.state is Progress.TRANSLATED)
        numbers = array("I", [_number(entry.key) for entry in translated])
        self._known[page] = (self._locales.catalog_key(self._language, page), numbers.tobytes())

    def forget_others(self, pages: Collection[str]) -> None:
        """Note nothing any more of catalogs that are gone."""
        for page in self._known.keys() - pages:
            del self._known[page]

    @cached_property
    def _all(self) -> list[str]:
        return self._locales.pages(self._language)

    def _may_hold(self, page: str, number: int) -> bool:
        key, numbers = self._known.get(page, (None, b""))
        return key != self._locales.catalog_key(self._language, page) or number in array("I", numbers)


def _number(key: Key) -> int:
    context, msgid = key
    return crc32(msgid.encode(), crc32(context.encode()) if context else 0)
