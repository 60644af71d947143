"""Judging a large site again, with more processes, and in how much memory: all families, whole process trees.

The site is ``bench.accessibility_pages``'s: pages of 25 KB with one shared sheet.  Each measure compares
the command with itself, so no peer is needed: after one page has changed with a cold run; two
processes with one (wall time, which says little on a busy machine); what a page costs on a large site with
what it costs on one of 100 pages.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from bench.accessibility_pages import SIZE, write_built_site
from bench.measure import BenchmarkError, Command, Row, cpu, cpu_seconds, in_turn, run
from bench.tools import tolkbar

if TYPE_CHECKING:
    from collections.abc import Mapping

FEW: Final = 100  # pages of the small site
INCREMENTAL_BAR: Final = 0.03
JOBS_BAR: Final = 0.6
SCALE_BAR: Final = 1.1
MEMORY_BAR: Final = 1.0  # GiB
_GIB: Final = 1 << 30
_PAUSE: Final = 0.1  # seconds between two looks at the memory
_CHANGED: Final = "sida-{}.html"


def incremental(directory: Path, rounds: int, seed: int, pages: int) -> list[Row]:
    """Change the words of one page, and judge again."""
    site = _site(directory, pages, seed)
    cold = _check(site, directory / "cache")
    before = cpu_seconds([cold])
    after = median(_changed(site, number, cold) for number in range(rounds))
    what = f"all families, {pages} pages of {SIZE // 1000} KB, one changed"
    return [Row(what, cpu(after), f"cold {cpu(before)}", after / before, INCREMENTAL_BAR)]


def jobs(directory: Path, rounds: int, seed: int, pages: int) -> list[Row]:
    """Judge with one process and with two."""
    site = _site(directory, pages, seed)
    walls = {
        number: median(_wall(_check(site, None, f"--jobs={number}")) for _ in range(rounds))
        for number in (1, 2)
    }
    what = f"two processes, {pages} pages of {SIZE // 1000} KB"
    return [Row(what, f"{walls[2]:.1f} s", f"one {walls[1]:.1f} s", walls[2] / walls[1], JOBS_BAR)]


def scale(directory: Path, rounds: int, seed: int, pages: int) -> list[Row]:
    """Compare what a page costs with what it costs on a small site; the start of the program aside."""
    small, large = (_site(directory, number, seed) for number in (FEW, pages))
    start = median(cpu_seconds([tolkbar(directory, "explain", "link-name")]) for _ in range(rounds))

    def each(site: Path, number: int) -> float:
        return 1000 * (cpu_seconds([_check(site, None, "--jobs=1")]) - start) / number

    def few(_: int) -> float:
        """Measure the small site as often as its pages fit into the large one, ten times at most."""
        return median(each(small, FEW) for _ in range(max(1, min(pages // FEW, 10))))

    ours, peer = in_turn(lambda _: each(large, pages), few, rounds)
    what = f"a page of {SIZE // 1000} KB among {pages}"
    return [Row(what, f"{ours:.1f} CPU ms", f"among {FEW} {peer:.1f} CPU ms", ours / peer, SCALE_BAR)]


def memory(directory: Path, seed: int, pages: int) -> list[Row]:
    """Watch the memory of all processes together while a site is judged."""
    site = _site(directory, pages, seed)
    most = _most_memory(_check(site, directory / "cache of memory"))
    what = f"memory of all processes, {pages} pages of {SIZE // 1000} KB"
    return [Row(what, f"{most / _GIB:.2f} GiB", "1 GiB", most / _GIB, MEMORY_BAR)]


def _site(directory: Path, pages: int, seed: int) -> Path:
    site = directory / f"judged-{pages}"
    if not site.exists():
        write_built_site(site, pages, seed)
    return site


def _check(site: Path, cache: Path | None, *options: str) -> Command:
    """Return the command that judges a site; what it finds is kept in ``cache``, if anywhere."""
    written = ("--fail-on=never", "--format=json", f"--output={site.parent / 'report.json'}")
    kept = () if cache else ("--no-cache",)
    command = tolkbar(site.parent, "check", str(site), *written, *kept, *options)
    environment = {**(command.environment or os.environ), "XDG_CACHE_HOME": str(cache or "")}
    return Command(command.arguments, command.directory, environment)


def _changed(site: Path, number: int, check: Command) -> float:
    page = site / _CHANGED.format(number + 1)
    text = page.read_text("utf-8")
    changed = text.replace("</h1>", f" {number}</h1>", 1)
    if changed == text:
        raise BenchmarkError(f"{page.name} has no heading to change")
    page.write_text(changed, "utf-8")
    return cpu_seconds([check])


def _wall(check: Command) -> float:
    started = time.monotonic()
    run(check)
    return time.monotonic() - started


def _most_memory(check: Command) -> int:
    """Return the most bytes that a command and all that it started had in memory at once (Linux)."""
    if sys.platform != "linux":
        raise BenchmarkError("memory is measured by /proc, which only Linux has")
    most = 0
    with subprocess.Popen(
        list(check.arguments), cwd=check.directory, env=check.environment, stdout=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max(most, sum(_resident(number) for number in _tree(process.pid, _parents())))
            time.sleep(_PAUSE)
    if process.returncode:
        raise BenchmarkError(f"{check.name} ended with status {process.returncode}")
    return most


def _parents() -> dict[int, int]:
    """Return every process with its parent."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(path.parent.name)] = int(
                path.read_text("utf-8", "replace").rpartition(")")[2].split()[1]
            )
        except OSError:  # it has ended meanwhile
            continue
    return found


def _tree(root: int, parents: Mapping[int, int]) -> set[int]:
    """Return a process and all below it."""
    tree = {root}
    while below := {number for number, parent in parents.items() if parent in tree} - tree:
        tree |= below
    return tree


def _resident(number: int) -> int:
    """Return the bytes that a process has in memory, its share of what it has in common with others."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
