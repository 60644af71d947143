"""Catalogs and templates in a few words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from pipeline import po
from pipeline.catalog import Memory, Merge, Origin, merge, template
from pipeline.catalog.header import catalog_header, header_entry

if TYPE_CHECKING:
    from collections.abc import Callable

ORIGIN = Origin("Västerås stad", "https://internationellt.example", datetime(2026, 11, 23, 6, 0, tzinfo=UTC))


@pytest.fixture
def origin() -> Origin:
    return ORIGIN


@pytest.fixture
def pot() -> Callable[..., po.Catalog]:
    """Return a function that makes a template of msgids and entries."""

    def make(*units: str | po.Entry) -> po.Catalog:
        entries = (po.Entry(unit) if isinstance(unit, str) else unit for unit in units)
        return template("locales/templates/page.pot", entries, ORIGIN.project, ORIGIN.report_to)

    return make


@pytest.fixture
def catalog() -> Callable[..., po.Catalog]:
    """Return a function that makes a catalog as it is read from its file."""

    def make(*entries: po.Entry, path: str = "de.po", newline: str = "\n") -> po.Catalog:
        fields = catalog_header("de", ORIGIN)
        made = po.Catalog(path, fields, header_entry(fields), entries, newline=newline)
        return po.read(po.write(made), path)

    return make


@pytest.fixture
def merged() -> Callable[..., Merge]:
    """Return a function that merges, and checks on the way what holds for every merge."""

    def run(wanted: po.Catalog, old: po.Catalog | None, memory: Memory | None = None) -> Merge:
        memory = memory or Memory()
        result = merge(wanted, old, "de", memory, path="de.po", origin=ORIGIN)
        again = reread(result.catalog)
        second = merge(wanted, again, "de", memory, path="de.po", origin=ORIGIN)
        assert not second.changed, "a second run changes nothing"
        assert po.write(second.catalog) == po.write(result.catalog)
        assert [entry.key for entry in again.active] == [unit.key for unit in wanted.entries]
        return replace(result, catalog=again)

    return run


def reread(catalog: po.Catalog) -> po.Catalog:
    """Return ``catalog`` as it is when its file is read again."""
    return po.read(po.write(catalog), catalog.path)
