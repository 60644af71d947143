"""A disk that fills up at any moment: one line, the old editions, every word of the translators; then on."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline import saving, swap
from pipeline.errors import PublishError
from pipeline.model import msg
from tests.tolkbar.conftest import PublishedSite
from tests.tolkbar.upheaval import STAGES, litter, moment, publish, rearrange, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.tolkbar.conftest import Outcome

    Run = Callable[..., Outcome]

MOMENTS = [(stage, number) for stage in STAGES for number in range(3)]
"""The moments that are tried."""

STORE = ".tolkbar/state.sqlite"


class Disk:
    """A disk with room for some steps more; a write that finds none leaves half of what was to be."""

    def __init__(self, room: float) -> None:
        """Have room for ``room`` steps."""
        self.room = room
        self.steps: list[str] = []

    @property
    def is_full(self) -> bool:
        """Tell whether there is no room left."""
        return len(self.steps) > self.room

    def take(self, path: object) -> None:
        """Note a step; raise OSError where there is no room for it."""
        self.steps.append(str(path))
        if self.is_full:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def put_between(self, patch: pytest.MonkeyPatch) -> None:
        """Let everything that runs ask of the system go through this disk."""
        moves = (
            (os, "link"),
            (Path, "rename"),
            (Path, "replace"),
            (swap, "exchanged"),
            (saving, "exchanged"),
        )
        for owner, name in moves:
            patch.setattr(owner, name, self._step(getattr(owner, name)))
        patch.setattr(os, "open", self._writing(os.open))
        patch.setattr(os, "mkdir", self._making(os.mkdir))
        patch.setattr(Path, "open", self._opening(Path.open))
        patch.setattr(shutil, "copy2", self._copying(shutil.copy2))
        store = type("", (Store,), {"disk": self})
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=store))

    def _step(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function it stands for
            self.take(arguments[-1])
            return real(*arguments, **options)

        return step

    def _making(self, real: Callable[..., None]) -> Callable[..., None]:
        def mkdir(path: str | Path, mode: int = 0o777) -> None:
            if not os.path.lexists(path):
                self.take(path)
            real(path, mode)

        return mkdir

    def _opening(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def opened(path: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as above
            if set(mode) & set("wxa"):
                self.take(path)
            return real(path, mode, *arguments, **options)

        return opened

    def _writing(self, real: Callable[..., int]) -> Callable[..., int]:
        def opened(path: str | Path, flags: int, *arguments: Any, **options: Any) -> int:  # noqa: ANN401 - as above
            if flags & os.O_WRONLY and not os.fspath(path).endswith(STORE):
                try:
                    self.take(path)
                except OSError:
                    if os.path.isdir(os.path.dirname(path)):  # noqa: PTH112, PTH120 - Path may be full, too
                        os.close(real(path, flags, *arguments, **options))  # the file is empty then
                    raise
            return real(path, flags, *arguments, **options)

        return opened

    def _copying(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def copy2(source: Path, target: Path) -> Any:  # noqa: ANN401 - as above
            try:
                self.take(target)
            except OSError:
                content = source.read_bytes()
                with open(target, "wb") as file:  # noqa: PTH123 - Path.open is full
                    file.write(content[: len(content) // 2])
                raise
            return real(source, target)

        return copy2


class Store(sqlite3.Connection):
    """A store on a disk; where that is full, SQLite itself finds that it cannot grow.

    What is written of verdicts is no step: how often that is made fast depends on the clock.
    """

    disk: Disk

    def __init__(self, path: Path, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - sqlite3's own
        """Open the store at ``path``."""
        super().__init__(path, *arguments, **options)
        self._is_counted = os.fspath(path).endswith(STORE)

    def execute(self, statement: str, values: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401 - sqlite3's own
        """Execute ``statement``, with no page to spare where the disk is full."""
        if self._is_counted and statement.startswith("INSERT"):
            self.disk.steps.append(STORE)
        super().execute(f"PRAGMA max_page_count = {1 if self.disk.is_full else 1 << 20}")
        return super().execute(statement, values)


@pytest.fixture(scope="session")
def steps(_published: Path, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return the steps of a run that finds room for all, by the path of what each writes."""
    site = PublishedSite(tmp_path_factory.mktemp("steps") / "site")
    shutil.copytree(_published, site.root)
    rearrange(site)
    disk = Disk(float("inf"))
    with pytest.MonkeyPatch.context() as patch:
        disk.put_between(patch)
        publish(site)
    return disk.steps


def is_stopped(site: PublishedSite, run: Run, room: float) -> None:
    """Require that a disk with so much room stops publishing, and that nothing but the run is lost."""
    rearrange(site)
    published, written = site.published(), words(site)
    with pytest.MonkeyPatch.context() as patch:
        Disk(room).put_between(patch)
        complaint = run("publish", "--site", site.root).complaint

    assert "No space left on device" in complaint or "database or disk is full" in complaint
    assert site.published() == published
    assert words(site) >= written
    assert litter(site) == set()


@pytest.mark.parametrize(("stage", "number"), MOMENTS)
def test_a_disk_that_fills_up_costs_nothing_but_another_run(
    site: PublishedSite, run: Run, steps: list[str], stage: str, number: int
) -> None:
    is_stopped(site, run, moment(steps, stage, number))


def test_a_disk_that_fills_up_at_the_swap_leaves_the_old_editions(
    site: PublishedSite, run: Run, steps: list[str]
) -> None:
    assert steps[-1].endswith("/output")
    is_stopped(site, run, len(steps) - 1)


@pytest.mark.parametrize("stage", STAGES)
def test_the_next_run_goes_on_where_the_disk_was_full(
    site: PublishedSite, run: Run, after: dict[str, bytes], steps: list[str], stage: str
) -> None:
    is_stopped(site, run, moment(steps, stage, 2))
    publish(site)

    assert site.published() == after


@pytest.mark.parametrize("is_first", [False, True], ids=["known site", "new site"])
def test_a_store_that_finds_no_room_publishes_nothing_and_says_what_to_do(
    site: PublishedSite, run: Run, after: dict[str, bytes], *, is_first: bool
) -> None:
    if is_first:
        (site.root / STORE).unlink()
    rearrange(site)
    site.edit("source/pages/kontakt.md", "senast", "x" * 100_000)  # more than the store has room for
    published = site.published()
    with pytest.MonkeyPatch.context() as patch:
        store = type("", (Store,), {"disk": Disk(-1)})
        patch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=store))
        complaint = run("publish", "--site", site.root).complaint

    assert f"{STORE}:1: What earlier runs knew cannot be used: database or disk is full." in complaint
    assert complaint.endswith("Free space on the disk, or delete this file: the next run makes it anew.")
    assert site.published() == published

    site.edit("source/pages/kontakt.md", "x" * 100_000, "senast")
    publish(site)
    assert site.published() == after


def test_a_store_that_cannot_be_made_is_named_with_what_to_do(site: PublishedSite, run: Run) -> None:
    before = site.kept()
    (site.root / STORE).unlink()
    (site.root / STORE).mkdir()
    complaint = run("publish", "--site", site.root).complaint

    assert f"{STORE}:1: What earlier runs knew cannot be used: " in complaint
    assert "delete this file" in complaint
    assert site.kept() == before


def test_a_fault_of_the_source_is_said_before_one_of_the_store(
    site: PublishedSite, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: object) -> None:
        raise PublishError(msg("There is no room."))

    monkeypatch.setattr("pipeline.state.State.save", no_room)
    assert "There is no room." in run("extract", "--site", site.root).complaint

    site.edit("source/pages/kontakt.md", "# Kontakta oss", "![](../images/ingen.svg)")
    complaint = run("extract", "--site", site.root).complaint
    assert "source/pages/kontakt.md:5: There is no file source/images/ingen.svg." in complaint


def test_a_report_that_finds_no_room_says_what_to_do(site: PublishedSite, process: Run) -> None:
    complaint = process("check", "--site", site.root, through='exec "$@" >/dev/full').complaint
    assert complaint == "tolkbar: No space left on device. Free space on the disk, then run again."
