"""CPU seconds of whole process trees, and the rows that benchmarks report.

Seconds differ between machines and between hours on one machine; a ratio of two programs that
took turns on the same machine does not.  So a row holds a ratio, a bar, and the seconds only for interest.
"""

from __future__ import annotations

import ctypes
import os
import resource
import subprocess
import sys
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path


class BenchmarkError(Exception):
    """A tool is missing or failed: one line that says which, and how to get it or what it said."""


@dataclass(frozen=True, slots=True)
class Command:
    """One program to run: its arguments, the directory it runs in, and its environment (None: ours).

    ``status`` is the one that it ends with when all went well.
    """

    arguments: Sequence[str]
    directory: Path
    environment: Mapping[str, str] | None = field(default=None)
    status: int = 0

    @property
    def name(self) -> str:
        """Return what a person calls this command: without paths, at most its first words."""
        words = [word.rpartition("/")[2] for word in self.arguments[:4]]
        return " ".join(words)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report.

    ``ours`` and ``peer`` are for people ("3.2 CPU s", "msgmerge 12.4 CPU s"); ``ratio`` is judged
    against ``bar``: it holds when at most that, or with ``at_least`` when at least that.  What is
    only reported has no bar.
    """

    what: str
    ours: str
    peer: str
    ratio: float
    bar: float | None
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Tell whether the ratio is on the right side of its bar."""
        if self.bar is None:
            return True
        return self.ratio >= self.bar if self.at_least else self.ratio <= self.bar


def run(command: Command) -> None:
    """Run ``command`` silently; raise ``BenchmarkError`` with its last words where it fails."""
    done = subprocess.run(
        list(command.arguments),
        cwd=command.directory,
        env=_as_installed(command.environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode != command.status:
        words = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing on standard error"]
        raise BenchmarkError(f"{command.name} ended with status {done.returncode}: {words[-1]}")


def _as_installed(environment: Mapping[str, str] | None) -> dict[str, str]:
    """Return a program's environment as its users have it: modules are compiled once, not at every start."""
    own = os.environ if environment is None else environment
    return {name: value for name, value in own.items() if name != "PYTHONDONTWRITEBYTECODE"}


def cpu_seconds(commands: Sequence[Command]) -> float:
    """Run ``commands`` one after another; return user + system seconds of them and all they started.

    The kernel adds a child to ``RUSAGE_CHILDREN`` when it has been waited for, its own waited-for
    children with it; a pool of worker processes is therefore counted in full.  What a command leaves
    behind (a browser's helpers) is adopted, and waited for as well.
    """
    _adopt_orphans()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    for command in commands:
        run(command)
    _wait_for_orphans()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def _adopt_orphans() -> None:
    """Become the parent of every process below whose own parent ends (``prctl(2)``; Linux only)."""
    set_child_subreaper = 36
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(set_child_subreaper, 1, 0, 0, 0)


def _wait_for_orphans() -> None:
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        return


def in_turn(
    ours: Callable[[int], float],
    peer: Callable[[int], float],
    rounds: int,
) -> tuple[float, float]:
    """Measure ``ours`` and ``peer`` in turn, A B A B, so that a busy hour hits both; return the medians.

    Each is called with the number of the round and returns CPU seconds.
    """
    samples = [(ours(number), peer(number)) for number in range(rounds)]
    return median(sample[0] for sample in samples), median(sample[1] for sample in samples)


def cpu(seconds: float) -> str:
    """Return CPU seconds as the report shows them."""
    return f"{seconds:.2f} CPU s"
