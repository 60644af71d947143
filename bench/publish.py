"""The whole of ``publish`` after a translator has changed one entry: what a person waits for.

Wall time depends on the machine, so it is reported with the machine and held against no bar.
"""

from __future__ import annotations

import os
import platform
import time
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from bench.faults.healthy import LANGUAGES, write_site
from bench.measure import Row, run
from bench.tools import tolkbar
from pipeline import po

if TYPE_CHECKING:
    from pathlib import Path

    from bench.assemble import Workshop
    from bench.measure import Command


def rows(workshop: Workshop) -> list[Row]:
    """Publish a healthy site, change one entry of one catalog, publish again; return how long that took."""
    site = workshop.directory / "published"
    write_site(site, workshop.pages, workshop.seed)
    publish = tolkbar(site, "publish")
    run(publish)
    catalogs = sorted((site / "locales" / LANGUAGES[1]).rglob("*.po"))
    taken = [_taken(publish, catalogs[len(catalogs) // 2 + number]) for number in range(workshop.rounds)]
    what = f"publish, one entry of one catalog changed, {workshop.pages} pages in {len(LANGUAGES)} languages"
    return [Row(what, f"{median(taken):.2f} s of wall time", machine(), median(taken), bar=None)]


def _taken(publish: Command, catalog: Path) -> float:
    """Return the seconds from a change in a catalog to its being published."""
    _change_an_entry(catalog)
    started = time.perf_counter()
    run(publish)
    return time.perf_counter() - started


def _change_an_entry(path: Path) -> None:
    """Say the last text of a catalog in other words."""
    catalog = po.read(path.read_bytes(), path.name)
    entry = next(entry for entry in reversed(catalog.active) if entry.msgstr and not entry.msgctxt)
    changed = entry.change(msgstr=f"{entry.msgstr}!")
    entries = tuple(changed if each is entry else each for each in catalog.entries)
    path.write_bytes(po.write(replace(catalog, entries=entries)).encode())


def machine() -> str:
    """Return what the time was measured on: its cores, and how busy they are."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores, {platform.machine()}{load}"
