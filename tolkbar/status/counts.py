"""The statistics of catalogs, kept from run to run: a catalog that has not changed is not read again."""

from __future__ import annotations

from dataclasses import astuple
from typing import TYPE_CHECKING, Final

from pipeline.catalog import Statistics, statistics
from pipeline.locales import catalog_name

if TYPE_CHECKING:
    from typing import Any

    from pipeline.locales import Locales
    from pipeline.state import State

_TABLE: Final = "statistics"


class Counts:
    """Counts catalogs, each behind the digest of its bytes."""

    def __init__(self, locales: Locales, state: State) -> None:
        """Take the site's catalogs and its store."""
        self._locales = locales
        self._known: dict[str, Any] = state.table(_TABLE)

    def of(self, tag: str, page: str) -> Statistics:
        """Return the statistics of a page's catalog; raise CatalogError for a damaged one."""
        name = catalog_name(tag, page)
        key = self._locales.key(name)
        known = self._known.get(name)
        if known and known[0] == key:
            return Statistics(*known[1:])
        catalog = self._locales.catalog(tag, page)
        found = statistics(catalog) if catalog else Statistics(0, 0, 0, 0, 0)
        self._known[name] = [key, *astuple(found)]
        return found
