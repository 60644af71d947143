"""A run that is killed, as by a power switch: the editions are the old or the new, and no word is lost.

The process kills itself, with the signal that nothing can catch, just before its n-th change to a file
of the site: the same moments in every test run.
"""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.conftest import PublishedSite, environment
from tests.tolkbar.upheaval import litter, publish, rearrange, words
from tolkbar.command import main

if TYPE_CHECKING:
    from pathlib import Path

# Counts what is done to files of the site; says how much that was, unless the n-th is the last.
MORTAL = """
import os, signal, sys
from tolkbar.command import main
site, last = os.path.join(sys.argv[1], ""), int(sys.argv[2])
done, writing = 0, os.O_WRONLY | os.O_RDWR | os.O_CREAT
changing = "os.mkdir os.link os.rename os.remove os.rmdir os.utime os.chmod shutil.copyfile sqlite3.connect"
def watch(event, arguments):
    global done
    if event == "open" and arguments[2] & writing or event in changing.split():
        if os.fsdecode(arguments[0]).startswith(site):
            done += 1
            if done == last:
                os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(watch)
status = main([sys.argv[3], "--site", site, *sys.argv[4:]])
print(done)
sys.exit(status)
"""

MOMENTS = {"publish": 11, "extract": 4}
"""How many moments of each command are tried."""


def killed(site: PublishedSite, moment: int, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that dies at ``moment``; 0 for one that lives on."""
    words = [sys.executable, "-c", MORTAL, str(site.root), str(moment), command]
    return subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def moments(_published: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int]]:
    """Return the moments at which each command is killed: seeded, each in a stretch of its own."""
    chosen = {}
    choose = random.Random("a switch")  # noqa: S311 - nothing here is secret
    for command, number in MOMENTS.items():
        site = PublishedSite(tmp_path_factory.mktemp("whole") / "site")
        shutil.copytree(_published, site.root)
        rearrange(site)
        run = killed(site, 0, command)
        assert run.returncode == 0, run.stderr
        steps = int(run.stdout.split()[-1])
        assert steps > 2 * number
        stretches = [(steps * part // number, steps * (part + 1) // number) for part in range(number)]
        chosen[command] = [choose.randint(first + 1, last) for first, last in stretches]
    return chosen


@pytest.mark.parametrize(
    ("command", "number"), [(command, number) for command, last in MOMENTS.items() for number in range(last)]
)
def test_a_kill_leaves_the_old_editions_or_the_new_and_every_word(
    site: PublishedSite, moments: dict[str, list[int]], after: dict[str, bytes], command: str, number: int
) -> None:
    rearrange(site)
    published, written = site.published(), words(site)
    run = killed(site, moments[command][number], command)

    assert run.returncode == -signal.SIGKILL
    assert site.published() in (published, after)
    assert words(site) >= written  # which reads every catalog: none is damaged

    publish(site)
    assert site.published() == after
    assert words(site) >= written
    assert litter(site) == set()


@pytest.mark.parametrize("command", ["extract", "build", "check", "publish"])
def test_any_run_puts_back_what_was_killed_between_two_renames(site: PublishedSite, command: str) -> None:
    published = site.published()
    (site.root / "output").rename(
        site.root / ".tolkbar/previous"
    )  # where folders cannot be exchanged at once
    shutil.copytree(site.root / ".tolkbar/previous/sv", site.root / ".tolkbar/next/sv")

    assert main([command, "--site", str(site.root)]) == 0
    assert site.published() == published
    assert litter(site) == set()
