"""``python -m tests.mutations.full_size [NAME …]``: judge the largest pages, each in a process of its own.

Each line tells the seconds and the memory that a page took, and how it ended; the exit status is 1 where
one raised, hung or took more than a gibibyte.
"""

from __future__ import annotations

import argparse
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from time import process_time
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
        judge_alone(names[0], asked.size, asked.seconds)
        return 0
    return max(judge_apart(name, asked.size, asked.seconds) for name in names)


def judge_apart(name: str, size: int, seconds: int) -> int:
    """Judge one page in another process, and say how it went; return 1 where it went wrong."""
    done = subprocess.run(
        command(name, size, seconds), cwd=_ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == -signal.SIGXCPU:
        _say(name, f"not judged within {seconds} seconds")
        return 1
    last = (done.stderr or done.stdout).strip().splitlines()[-1:]
    _say(name, " ".join(last))
    return 1 if done.returncode else 0


def command(name: str, size: int, seconds: int) -> list[str]:
    """Return the command that judges one page."""
    program = [sys.executable, "-m", "tests.mutations.full_size"]
    return [*program, name, f"--size={size}", f"--seconds={seconds}", _ALONE]


def judge_alone(name: str, size: int, seconds: int) -> None:
    """Judge one page in this process, with no more time and memory than is allowed; print what it took."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    with tempfile.TemporaryDirectory(prefix="tolkbar-giant-") as directory:
        write(Path(directory), GIANTS[name](size))
        start = process_time()
        end = judge_folder(Path(directory)).removeprefix(directory)
    mebibytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"{process_time() - start:6.1f} s {mebibytes:5} MiB  {end}\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations.full_size", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *GIANTS], metavar="NAME", help="(default: all)")
    parser.add_argument("--size", type=int, default=FULL, help="in pieces (default: %(default)s)")
    parser.add_argument(
        "--seconds", type=int, default=60, help="of the processor that a page may take (default: %(default)s)"
    )
    parser.add_argument(_ALONE, action="store_true", help="judge the one page in this process")
    return parser.parse_args(arguments)


def _say(name: str, words: str) -> None:
    sys.stdout.write(f"{name:<60} {words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
