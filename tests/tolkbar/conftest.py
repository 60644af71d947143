"""A published site to work on, and two ways to run the command on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import SiteFolder, files_below, healthy_site, pdf
from tests.tolkbar.upheaval import publish, rearrange
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the command left behind."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """Return the one line that says why it could not be done."""
        assert self.status == 2, self
        assert "Traceback" not in self.err
        lines = [line for line in self.err.splitlines() if line.startswith("tolkbar")]
        assert lines == self.err.splitlines()[-1:], self.err
        return lines[0]


class PublishedSite(SiteFolder):
    """A site whose editions have been published, and everything in it is in good order."""

    def published(self) -> dict[str, bytes]:
        """Return the published files by name."""
        return files_below(self.root / "output")

    def kept(self) -> dict[str, bytes]:
        """Return what no failed run may change: the catalogs and what is published."""
        return {**files_below(self.root / "locales"), **self.published()}


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test depend on the language of the person who runs it."""
    for variable in LANGUAGE_VARIABLES:
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run the command in this process."""

    def command(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        try:
            status = main(list(map(str, arguments)))
        except SystemExit as end:  # argparse ends so
            status = int(end.code or 0)
        return Outcome(status, *capsys.readouterr())

    return command


@pytest.fixture
def process() -> Callable[..., Outcome]:
    """Run the command in a process of its own, as its users do."""

    def command(*arguments: str | Path, through: str = "", **settings: str) -> Outcome:
        words = [sys.executable, "-m", "tolkbar", *map(str, arguments)]
        prefix = ["sh", "-c", through, "sh"] if through else []
        done = subprocess.run(
            [*prefix, *words], env=environment(**settings), capture_output=True, text=True, check=False
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    return command


def environment(**settings: str) -> dict[str, str]:
    """Return the environment of a process that is to find the tool in this tree."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error"} | settings


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("published")
    site = healthy_site(root)
    page = "source/pages/index.md"
    site.write(page, site.read(page).replace("#telefon", ""))  # its card has no such id
    site.write("source/documents/policy.pdf", pdf(1_000))  # every test copies it a few times
    assert main(["publish", "--site", str(root), "--language", "en"]) == 0
    return root


@pytest.fixture
def site(_published: Path, tmp_path: Path) -> PublishedSite:
    """Return a small site in three languages, published."""
    root = tmp_path / "site"
    shutil.copytree(_published, root, symlinks=True)
    return PublishedSite(root)


@pytest.fixture(scope="session")
def after(_published: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what is published from the site once it is rearranged, by a run that nothing disturbs."""
    site = PublishedSite(tmp_path_factory.mktemp("after") / "site")
    shutil.copytree(_published, site.root)
    before = site.published()
    rearrange(site)
    publish(site)
    assert site.published().keys() != before.keys()
    return site.published()
