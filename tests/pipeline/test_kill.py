"""A run that is killed, again and again: what is published stays whole, and nothing typed is lost."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pipeline import po
from pipeline.files import FRONT
from tests.support import SiteFolder, files_below, sample_words
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
KILLS = 16
VERSION = re.compile(r"kommun\.lillkoping\.example/v(\d+)")

PUBLISHER = """\
import re, sys
from itertools import count
from pathlib import Path

from pipeline import swap
from tolkbar.command import main

root, publish = Path(sys.argv[1]), swap.publish


def told(*arguments):
    print("swapping", flush=True)
    publish(*arguments)
    print("swapped", flush=True)


swap.publish = told


def change(name, pattern, new):
    # An editor's own program replaces the file: what is killed here is the publishing.
    path, beside = root / name, root / "being-saved"
    beside.write_text(re.sub(pattern, new, path.read_text("utf-8")), "utf-8")
    beside.replace(path)


first = int(re.search(r"/v(\\d+)", (root / "source/site.toml").read_text("utf-8"))[1]) + 1
for version in count(first):
    change("source/site.toml", r"example/v\\d+", f"example/v{version}")
    change("source/pages/index.md", r"Utgåva \\d+", f"Utgåva {version}")
    print("version", version, flush=True)
    assert main(["publish", "--site", str(root)]) == 0
"""


@pytest.fixture
def changing(site: SiteFolder) -> SiteFolder:
    """Return a site, published, every page of which says which version it is."""
    site.edit("source/pages/index.md", "#telefon", "")  # no page has that anchor
    site.edit("source/pages/index.md", "Läs om", "Utgåva 1 av allt som är värt att veta.\n\nLäs om")
    site.edit("source/site.toml", "https://kommun.lillkoping.example", "https://kommun.lillkoping.example/v1")
    for language in ("en", "de"):
        site.edit(
            "source/site.toml", f"[languages.{language}]\n", f'[languages.{language}]\npolicy = "fallback"\n'
        )
    with publishing(site) as run:
        wait_for(run, "swapped")
    return site


@pytest.fixture
def seconds(changing: SiteFolder) -> dict[str, float]:
    """Return how long publishing and its swap take on this machine, by the word that they begin with."""
    with publishing(changing) as run:
        wait_for(run, "swapped")
        begun = time.monotonic()
        wait_for(run, "swapping")
        swapping = time.monotonic()
        wait_for(run, "swapped")
        return {"version": time.monotonic() - begun, "swapping": time.monotonic() - swapping}


class publishing:  # noqa: N801 - reads as what it does
    """A process that publishes a changing site without end, until it is killed."""

    def __init__(self, site: SiteFolder) -> None:
        command = [sys.executable, "-c", PUBLISHER, str(site.root)]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=pipe, stderr=pipe, text=True)

    def __enter__(self) -> subprocess.Popen[str]:
        return self.process

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        complaints = self.process.communicate()[1]
        assert self.process.returncode == -signal.SIGKILL, complaints


def wait_for(run: subprocess.Popen[str], word: str, times: int = 1) -> None:
    """Wait until a process has said a word so many times."""
    assert run.stdout is not None
    while times:
        line = run.stdout.readline()
        assert line, run.communicate()[1]
        times -= line.startswith(word)


def versions(site: SiteFolder) -> Iterator[str]:
    """Yield what every published page says that it is."""
    for name, content in files_below(site.root / "output").items():
        if name.endswith(".html") and name != FRONT:  # that one says nothing of its own
            yield str(VERSION.findall(content.decode())[0])
    yield str(re.findall(r"Utgåva (\d+)", site.read("output/sv/index.html"))[0])


def test_killed_at_random_moments_it_publishes_whole_editions_and_loses_no_translation(
    changing: SiteFolder, seconds: dict[str, float]
) -> None:
    chance = random.Random(20)  # noqa: S311 - a test that repeats itself
    published = files_below(changing.root / "output").keys()
    seen = set()
    for _ in range(KILLS):
        with publishing(changing) as run:
            word = chance.choice(list(seconds))
            wait_for(
                run, word, times=chance.choice([1, 2])
            )  # the first time, it mends what the last one left
            time.sleep(chance.uniform(0, seconds[word]))
        found = list(versions(changing))
        assert len(found) == 13
        assert len(set(found)) == 1
        assert files_below(changing.root / "output").keys() == published
        assert_nothing_typed_is_lost(changing)
        seen.add(found[0])
    assert len(seen) > 1
    assert main(["publish", "--site", str(changing.root)]) == 0
    assert {path.name for path in (changing.root / ".tolkbar").iterdir()} == {
        "candidate",
        "catalogs.lock",
        "clock",
        "findings.json",
        "lock",
        "state.sqlite",
        "verdicts.sqlite",
    }
    assert not [name for name in files_below(changing.root / "locales") if not name.endswith((".po", ".pot"))]


def assert_nothing_typed_is_lost(site: SiteFolder) -> None:
    for language in ("en", "de"):
        kept = set()
        for path in (site.root / "locales" / language).rglob("*.po"):
            kept |= {entry.msgstr for entry in po.read(path.read_bytes(), path.name).entries}
        assert set(sample_words(language).values()) - {""} <= kept
