"""``python -m tests.kills``: kill commands at random moments; nothing may be lost, and the next run is clean.

Half of the kills come from within, at the n-th change to a file, half from outside, after a time.  A
kill that does harm is named with its seed and number: ``--first 17 --count 1 --keep FOLDER`` repeats
it and keeps the site as it was killed.  After the kills come duels: a translator in the preview, killed
at some moment, and another program that replaces the same files.  The exit status is 1 where harm was
done.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.kills.duel import duel
from tests.kills.scenes import Scene, scenes
from tests.support import SiteFolder, healthy_site

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_REPORT_EVERY = 20
_TRIES = 20  # a process may be done before it is killed


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the campaign; return the exit status."""
    asked = _options(arguments)
    harmful = 0
    with TemporaryDirectory() as folder:
        plays = [scene for scene in scenes(Path(folder)) if scene.name in (asked.command or [scene.name])]
        for number in range(asked.first, asked.first + asked.count):
            scene = plays[number % len(plays)]
            complaints = list(kill(scene, Path(folder) / "site", f"{asked.seed} {number}", asked.keep))
            harmful += bool(complaints)
            for complaint in complaints:
                _say(f"seed {asked.seed}, kill {number} of {scene.name}: {complaint}")
            if (number + 1) % _REPORT_EVERY == 0:
                _say(f"{number + 1} killed")
        _say(f"{asked.count} kills of seed {asked.seed}, {harmful} did harm.")
        harmful += _duels(Path(folder), asked.seed, asked.duels)
    return 1 if harmful else 0


def _duels(folder: Path, seed: int, count: int) -> int:
    """Let two programs write the same catalogs, so many times; return how often that did harm."""
    healthy_site(folder / "at peace")
    harmful = 0
    totals: Counter[str] = Counter()
    for number in range(count):
        shutil.rmtree(folder / "duel", ignore_errors=True)
        complaints, counts = duel(
            folder / "at peace", SiteFolder(folder / "duel"), random.Random(f"{seed} {number}")
        )
        totals.update(counts)
        harmful += bool(complaints)
        for complaint in complaints:
            _say(f"seed {seed}, duel {number}: {complaint}")
    told = ", ".join(f"{number} {what}" for what, number in totals.items())
    _say(f"{count} duels of seed {seed}, {harmful} did harm: {told or 'none'}.")
    return harmful


def kill(scene: Scene, folder: Path, seed: str, keep: Path | None = None) -> Iterator[str]:
    """Kill a command on a copy of its site in ``folder``; yield what is wrong afterwards."""
    chance = random.Random(seed)
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        site = SiteFolder(folder)
        if scene.play(site, chance):
            if keep:
                shutil.copytree(folder, keep / seed.replace(" ", "-"))
            yield from scene.complaints(site)
            return
    yield f"it was done before it could be killed, {_TRIES} times"


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.kills", description=__doc__)
    parser.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    parser.add_argument("--first", type=int, default=0, metavar="NUMBER", help="(default: %(default)s)")
    parser.add_argument("--count", type=int, default=200, help="how many (default: %(default)s)")
    parser.add_argument("--duels", type=int, default=20, help="how many (default: %(default)s)")
    parser.add_argument("--command", action="append", help="kill this one only; repeatable")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="copy each site there as it was killed")
    return parser.parse_args(arguments)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
