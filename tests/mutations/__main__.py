"""``python -m tests.mutations``: judge thousands of mutants; none may raise, hang or fill the memory.

A mutant that does is named with its seed and number, and the next one follows: ``--first`` resumes
anywhere, ``--keep FOLDER`` writes the mutants instead of judging them.  The exit status is 1 where
one was named.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from selectors import EVENT_READ, DefaultSelector
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, TYPE_CHECKING

from tests.mutations.worker import BREEDS, write

if TYPE_CHECKING:
    from collections.abc import Sequence

_REPORT_EVERY = 1000
_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a mutant did: the last line of the worker's standard error, or that it took too long."""

    number: int
    what: str


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign; return the exit status."""
    asked = _options(arguments)
    end = asked.first + asked.count
    if asked.keep:
        for number in range(asked.first, end):
            write(asked.keep / str(number), BREEDS[asked.kind](asked.seed, number))
        return 0
    faults: list[Fault] = []
    number = asked.first
    while number < end:
        fault = watch(asked.kind, asked.seed, number, end, asked.seconds)
        if fault is None:
            break
        faults.append(fault)
        _say(f"seed {asked.seed}, mutant {fault.number}: {fault.what}")
        number = fault.number + 1
    _say(f"{asked.count} mutants of seed {asked.seed} judged ({asked.kind}), {len(faults)} at fault.")
    return 1 if faults else 0


def watch(kind: str, seed: int, first: int, end: int, seconds: float) -> Fault | None:
    """Let a worker judge mutants until one is at fault; None where none was."""
    with (
        TemporaryFile() as errors,  # a pipe could fill, and the worker wait
        subprocess.Popen(
            command(kind, seed, first, end), cwd=_ROOT, stdout=subprocess.PIPE, stderr=errors, bufsize=0
        ) as worker,
    ):
        assert worker.stdout is not None
        number, hangs = _follow(worker.stdout, first, seconds)
        if hangs:
            worker.kill()
            return Fault(number, f"not judged within {seconds:g} seconds")
        status = worker.wait()
        errors.seek(0)
        last = errors.read().decode("utf-8", "replace").strip().splitlines()[-1:]
    return None if status == 0 else Fault(number, " ".join(last) or f"status {status}")


def command(kind: str, seed: int, first: int, end: int) -> list[str]:
    """Return the command that starts the worker."""
    return [sys.executable, "-m", "tests.mutations.worker", kind, *map(str, (seed, first, end))]


def _follow(stdout: IO[bytes], number: int, seconds: float) -> tuple[int, bool]:
    """Read the worker's numbers; return the last, and whether none followed within ``seconds``."""
    with DefaultSelector() as selector:
        selector.register(stdout, EVENT_READ)
        start = monotonic()
        while selector.select(seconds):
            line = stdout.readline()
            if not line:
                return number, False
            number = int(line)
            if number % _REPORT_EVERY == 0:
                _say(f"{number} ({monotonic() - start:.0f} s)")
    return number, True


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description=__doc__)
    parser.add_argument("--kind", choices=BREEDS, default="pages", help="of mutants (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="(default: %(default)s)")
    parser.add_argument("--count", type=int, default=20_000, help="how many (default: %(default)s)")
    parser.add_argument("--seconds", type=float, default=20, help="a mutant may take (default: %(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="write the mutants there, judge none")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
