"""The whole of ``publish`` after a translator has changed one entry: what a person waits for.

Wall time depends on the machine, so it is reported with the machine and held against no bar.
"""

from __future__ import annotations

import os
import platform
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bench.assemble import LANGUAGE
from bench.measure import Row, run
from bench.tools import tolkbar
from pipeline import po

if TYPE_CHECKING:
    from pathlib import Path

    from bench.assemble import Workshop


def rows(workshop: Workshop) -> list[Row]:
    """Publish a site, change one entry of one catalog, publish again; return how long the second took."""
    site = workshop.copy(workshop.ours, "published")
    publish = tolkbar(site, "publish", "--fail-on", "never")  # the generator plants no faults, nor avoids any
    run(publish)
    catalogs = sorted((site / "locales" / LANGUAGE).rglob("*.po"))
    _change_an_entry(catalogs[len(catalogs) // 2])
    started = time.perf_counter()
    run(publish)
    seconds = time.perf_counter() - started
    what = f"publish, one entry of one catalog changed, {workshop.pages} pages x {workshop.units} units"
    return [Row(what, f"{seconds:.2f} s of wall time", machine(), seconds, bar=None)]


def _change_an_entry(path: Path) -> None:
    """Lengthen the last translation of a catalog that has one: a text, not an address."""
    catalog = po.read(path.read_bytes(), path.name)
    entry = next(entry for entry in reversed(catalog.active) if entry.msgstr and not entry.msgctxt)
    changed = entry.change(msgstr=f"{entry.msgstr}!")
    entries = tuple(changed if each is entry else each for each in catalog.entries)
    path.write_bytes(po.write(replace(catalog, entries=entries)).encode())


def machine() -> str:
    """Return what the time was measured on: its cores, and how busy they are."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, {platform.machine()}{load}"
