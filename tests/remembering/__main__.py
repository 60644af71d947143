"""``python -m tests.remembering``: change sites and catalogs many times; no verdict is remembered wrongly.

What has one is named with its seed and the number of the change: the same seed meets it again.
The exit status is 1 where there was one, and 2 where nothing was remembered at all.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from tests.remembering.catalogs import CatalogUpheaval
from tests.remembering.comparing import Changing, steps
from tests.remembering.upheaval import Upheaval

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


_CHANGING: tuple[Callable[[Path, int], Changing], ...] = (Upheaval, CatalogUpheaval)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign; return the exit status."""
    asked = _options(arguments)
    subjects = heard = faults = 0
    seeds = range(asked.seed, asked.seed + asked.sites)
    for seed, changing in product(seeds, _CHANGING):
        with tempfile.TemporaryDirectory(prefix="tolkbar-remembering-") as folder:
            steps_taken = steps(changing(Path(folder, "site"), seed), Path(folder), asked.changes)
            for number, step in enumerate(steps_taken):
                subjects, heard = subjects + step.subjects, heard + step.heard
                faults += bool(step.differences)
                for difference in step.differences:
                    _say(f"seed {seed}, change {number} ({step.change}): {difference}")
    _say(f"{subjects} pages and catalogs, {subjects - heard} remembered; {faults} reports at fault.")
    return 1 if faults else 0 if heard < subjects else 2


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.remembering")
    parser.add_argument("--seed", type=int, default=1, help="of the first site (default %(default)s)")
    parser.add_argument("--sites", type=int, default=100, help="how many (default %(default)s)")
    parser.add_argument("--changes", type=int, default=60, help="of each (default %(default)s)")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
