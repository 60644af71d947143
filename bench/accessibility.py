"""Rules on built pages, Tolkbar beside axe-core in headless Chromium: CPU seconds a page.

Both judge the same pages of 25 KB with one shared style sheet, from cold, start-up included. The
rules on accessibility do what axe-core does; all families together do more, and are measured as well:
``tolkbar check`` in one process, and one browser that loads every page and runs axe on it.
axe-core and playwright-core come from npm, in the versions of ``bench/axe/package.json``; where
there is no registry, ``NODE_PATH`` can name a folder that holds them.
"""

from __future__ import annotations

import json
import os
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.accessibility_pages import RULES, SIZE, write_built_site
from bench.cost import breakdown, cost
from bench.measure import BenchmarkError, Command, Row, cpu_seconds, in_turn
from bench.npm import AXE, packages
from bench.tools import program, tolkbar

if TYPE_CHECKING:
    from pathlib import Path

PAGES: Final = 300  # a small municipality's site: the start of either program is a part of each page's time
BAR: Final = 20


def rows(directory: Path, rounds: int, seed: int = 1, pages: int = PAGES) -> list[Row]:
    """Measure both in turn below ``directory``; print where our own time goes."""
    site = directory / "built"
    write_built_site(site, pages, seed)
    audit = _auditor(directory / "axe", sorted(site.glob("*.html")))
    same, peer = in_turn(
        lambda _: _tolkbar(site, "--family=accessibility"), lambda _: cpu_seconds([audit]), rounds
    )
    everything = median(_tolkbar(site) for _ in range(rounds))
    print(breakdown(cost(site)))
    where = f"{pages} pages of {SIZE // 1000} KB with a sheet of {RULES} rules"
    theirs = f"axe-core {_each(peer, pages)}"
    return [
        Row(f"all rules {what}, {where}", _each(ours, pages), theirs, peer / ours, BAR, at_least=True)
        for what, ours in (("on accessibility", same), ("of all families", everything))
    ]


def _each(seconds: float, pages: int) -> str:
    return f"{1000 * seconds / pages:.1f} CPU ms a page"


def _tolkbar(site: Path, *options: str) -> float:
    """Return the CPU seconds of ``tolkbar check``, which must have found a fault on every page."""
    report = site.parent / "report.json"
    report.unlink(missing_ok=True)
    written = ("--no-cache", "--jobs=1", "--fail-on=never", "--format=json", f"--output={report}")
    seconds = cpu_seconds([tolkbar(site.parent, "check", str(site), *written, *options)])
    faulty = {finding["path"] for finding in json.loads(report.read_text("utf-8"))["findings"]}
    if pages := [path.name for path in site.glob("*.html") if path.name not in faulty]:
        raise BenchmarkError(f"tolkbar check found no fault on {pages[0]}; a ratio would say nothing")
    return seconds


def _auditor(folder: Path, pages: list[Path]) -> Command:
    """Return the command that runs axe on ``pages``; it fails where it finds no fault on one of them."""
    environment = {**os.environ, "NODE_PATH": str(packages(AXE, folder))}
    node = program("node", "apt-get install nodejs")
    chromium = program("chromium", "apt-get install chromium")
    return Command((node, str(AXE / "audit.js"), chromium, *map(str, pages)), pages[0].parent, environment)
