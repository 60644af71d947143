"""A run that is killed, as by a power switch: the editions are the old or the new, and no word is lost.

Every stage of a run is met, at the same moments in every test run; ``nox -s kills`` takes random ones.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.tolkbar.conftest import PublishedSite, environment
from tests.tolkbar.upheaval import STAGES, litter, moment, publish, rearrange, words
from tolkbar.command import main

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = [
    *(
        ("publish", stage, number)
        for stage in STAGES
        for number in range(3 if stage in {"catalogs", "copy"} else 2)
    ),
    *(("extract", stage, number) for stage in ("templates", "catalogs") for number in range(2)),
]
"""The moments at which commands are killed."""


def killed(site: PublishedSite, moment: int, command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process that dies at ``moment``; 0 for one that lives on."""
    words = [sys.executable, "-m", "tests.kills.mortal", str(site.root), str(moment), command]
    return subprocess.run(words, env=environment(), capture_output=True, text=True, check=False)


@pytest.fixture(scope="session")
def steps(_published: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what each command does to files of the site, if it lives on."""
    found = {}
    for command in ("extract", "publish"):
        site = PublishedSite(tmp_path_factory.mktemp("whole") / "site")
        shutil.copytree(_published, site.root)
        rearrange(site)
        run = killed(site, 0, command)
        assert run.returncode == 0, run.stderr
        found[command] = [line.partition(" ")[2] for line in run.stdout.splitlines()]
    return found


@pytest.mark.parametrize("when", MOMENTS, ids=str)
def test_a_kill_leaves_the_old_editions_or_the_new_and_every_word(
    site: PublishedSite, steps: dict[str, list[str]], after: dict[str, bytes], when: tuple[str, str, int]
) -> None:
    command, stage, number = when
    rearrange(site)
    published, written = site.published(), words(site)
    run = killed(site, moment(steps[command], stage, number) + 1, command)

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
