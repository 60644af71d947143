"""``python -m tests.mutations.full_size [NAME …]``: judge the largest pages, each in a process of its own.

Each line tells the seconds and the memory that a page took; the exit status is 1 where one raised,
hung or took more than a gibibyte.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from tests.mutations.giants import FULL, GIANTS
from tests.mutations.worker import MEMORY, judge_folder, write

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROOT = Path(__file__).parents[2]
_ALONE = "--alone"


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge the pages that the command line names, all without a name; return the exit status."""
    asked = _options(arguments)
    names = asked.names or list(GIANTS)
    if asked.alone:
        judge_alone(names[0], asked.size)
        return 0
    return max(judge_apart(name, asked.size, asked.seconds) for name in names)


def judge_apart(name: str, size: int, seconds: float) -> int:
    """Judge one page in another process, and say how it went; return 1 where it went wrong."""
    command = [sys.executable, "-m", "tests.mutations.full_size", name, f"--size={size}", _ALONE]
    start = monotonic()
    try:
        done = subprocess.run(
            command, cwd=_ROOT, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        _say(name, f"not judged within {seconds:g} seconds")
        return 1
    last = (done.stderr or done.stdout).strip().splitlines()[-1:]
    _say(name, f"{monotonic() - start:6.1f} s  {' '.join(last)}")
    return 1 if done.returncode else 0


def judge_alone(name: str, size: int) -> None:
    """Judge one page in this process, with no more memory than is allowed; print how much it took."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    with tempfile.TemporaryDirectory(prefix="tolkbar-giant-") as directory:
        write(Path(directory), GIANTS[name](size))
        judge_folder(Path(directory))
    kibibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sys.stdout.write(f"{kibibytes // 1024:5} MiB\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations.full_size", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *GIANTS], metavar="NAME", help="(default: all)")
    parser.add_argument("--size", type=int, default=FULL, help="in pieces (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=120, help="a page may take (default: %(default)s)")
    parser.add_argument(_ALONE, action="store_true", help="judge the one page in this process")
    return parser.parse_args(arguments)


def _say(name: str, words: str) -> None:
    sys.stdout.write(f"{name:<40} {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
