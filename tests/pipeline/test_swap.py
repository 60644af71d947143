"""Publishing in one step: ``output/`` is the old editions or the new ones at every moment."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline import swap
from pipeline.errors import PublishError
from pipeline.files import WORK
from pipeline.renaming import exchanged
from tests.support import files_below

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {
    "sv/index.html": b"old",
    "sv/same.html": b"same",
    "sv/a/x.html": b"old",
    "de/index.html": b"old",
    "sitemap.xml": b"old",
}
NEW = {
    "sv/index.html": b"new",
    "sv/same.html": b"same",
    "en/index.html": b"new",
    "en/b/y.html": b"new",
    "sitemap.xml": b"new",
}

STEPS: tuple[tuple[Any, str], ...] = (
    (Path, "mkdir"),
    (Path, "rename"),
    (shutil, "copy2"),
    (os, "link"),
    (shutil, "rmtree"),
    (os, "sync"),
    (swap, "exchanged"),
)
"""Everything that publishing asks of the system."""


class Kill(BaseException):
    """Ends a run where it is: nothing that catches errors may catch it."""


def fill(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a site with published editions, and new ones to publish."""
    fill(tmp_path / "output", OLD)
    fill(tmp_path / "candidate", NEW)
    (tmp_path / WORK).mkdir()
    return tmp_path


@pytest.fixture(params=[True, False], ids=["exchange", "two renames"])
def _system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a system that can exchange two folders, and one that cannot."""
    if not request.param:
        monkeypatch.setattr(swap, "exchanged", lambda _one, _other: False)


every_system = pytest.mark.usefixtures("_system")


def publish(root: Path) -> None:
    swap.publish(root, root / "candidate")


def leftovers(root: Path) -> list[str]:
    """Return what is left in the folder of work, but for the lock that editors take as well."""
    return [path.name for path in (root / WORK).iterdir() if path.suffix != ".lock"]


def published(root: Path) -> dict[str, bytes]:
    return files_below(root / "output")


@every_system
def test_the_new_editions_take_the_place_of_the_old(root: Path) -> None:
    publish(root)
    assert published(root) == NEW
    assert files_below(root / "candidate") == NEW
    assert leftovers(root) == []


@every_system
def test_the_first_editions_need_no_old_ones(root: Path) -> None:
    shutil.rmtree(root / "output")
    publish(root)
    assert published(root) == NEW


def test_this_system_exchanges_folders_at_once(root: Path) -> None:
    one, other = root / "output", root / "candidate"
    if not exchanged(one, other):
        pytest.skip("this system or file system cannot")
    assert (files_below(one), files_below(other)) == (NEW, OLD)


def nth(number: int, error: BaseException) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return what makes functions of the system raise ``error`` at their ``number``-th call together."""
    calls = iter(range(number))

    def watched(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function it stands for
            if next(calls, None) == number - 1:
                raise error
            return real(*arguments, **options)

        return step

    return watched


def stopped_at(number: int, error: BaseException, root: Path) -> BaseException | None:
    """Publish and stop at step ``number``; return what came of it, None where there were fewer steps."""
    with pytest.MonkeyPatch.context() as patch:
        watched = nth(number, error)
        for owner, name in STEPS:
            if name in {"rmtree", "link"} and isinstance(error, OSError):
                continue  # the one is asked to ignore errors; where there is no other, files are copied
            patch.setattr(owner, name, watched(getattr(owner, name)))
        try:
            publish(root)
        except BaseException as end:  # noqa: BLE001 - a kill is none that one could name
            return end
    return None


@every_system
def test_a_kill_at_any_step_leaves_the_old_or_the_new_and_the_next_run_is_clean(root: Path) -> None:
    number, end = 0, None
    while number == 0 or end:
        number += 1
        end = stopped_at(number, Kill(), root)
        found = published(root)
        assert found in (OLD, NEW) or (not found and files_below(root / swap.PREVIOUS) == OLD)
        swap.recover(root)
        assert published(root) in (OLD, NEW)
        assert leftovers(root) == []
        shutil.rmtree(root / "output")
        fill(root / "output", OLD)
    assert number > 8


@every_system
def test_a_full_disk_at_any_step_leaves_the_old_or_the_new_at_once(root: Path) -> None:
    number, end = 0, None
    while number == 0 or end:
        number += 1
        end = stopped_at(number, OSError(errno.ENOSPC, "No space left on device"), root)
        assert published(root) == (OLD if end else NEW)
        if end:
            assert isinstance(end, PublishError)
            assert str(end) == (
                "output:1: It could not be published: No space left on device. "
                "What was published before is untouched."
            )
        assert files_below(root / swap.NEXT) == {}
        shutil.rmtree(root / "output")
        fill(root / "output", OLD)
    assert number > 8


@every_system
def test_a_file_that_cannot_be_copied_leaves_the_old_editions(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.copy2

    def copy(source: Path, target: Path) -> None:
        if source.name == "y.html":
            target.write_bytes(b"ha")
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    monkeypatch.setattr(shutil, "copy2", copy)
    with pytest.raises(PublishError, match="It could not be published: Input/output error"):
        publish(root)
    assert published(root) == OLD
    assert leftovers(root) == []


def test_folders_on_two_file_systems_are_said_with_what_to_do(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exchange(*_: object) -> None:
        raise OSError(errno.EXDEV, "Invalid cross-device link")

    monkeypatch.setattr("pipeline.swap._exchange", exchange)
    with pytest.raises(PublishError, match="lie on two file systems"):
        publish(root)
    assert published(root) == OLD


@every_system
@pytest.mark.parametrize("kind", ["file", "link", "broken link"])
def test_output_that_is_no_folder_is_said_and_left(root: Path, kind: str) -> None:
    (root / "output").rename(root / "elsewhere")
    if kind == "file":
        (root / "output").write_bytes(b"somebody's")
    else:
        (root / "output").symlink_to(root / ("elsewhere" if kind == "link" else "nowhere"))
    with pytest.raises(PublishError) as stopped:
        publish(root)
    assert str(stopped.value) == (
        "output:1: It could not be published: output is not a folder. What was published before is untouched."
    )
    assert (root / "output").is_symlink() or (root / "output").read_bytes() == b"somebody's"
    assert files_below(root / "elsewhere") == OLD


def test_a_candidate_that_is_not_there_is_said(root: Path) -> None:
    shutil.rmtree(root / "candidate")
    with pytest.raises(PublishError, match="It could not be published: No such file or directory"):
        publish(root)
    assert published(root) == OLD


class TestRecover:
    """What a killed run left is mended before the next one begins."""

    def test_nothing_to_mend_is_nothing_done(self, root: Path) -> None:
        swap.recover(root)
        assert published(root) == OLD

    def test_the_old_editions_come_back_where_there_are_none(self, root: Path) -> None:
        (root / "output").rename(root / swap.PREVIOUS)
        swap.recover(root)
        assert published(root) == OLD

    def test_old_editions_are_not_put_over_new_ones(self, root: Path) -> None:
        fill(root / swap.PREVIOUS, {"x": b"older"})
        swap.recover(root)
        assert published(root) == OLD
        assert leftovers(root) == []

    def test_a_half_made_copy_is_removed(self, root: Path) -> None:
        fill(root / swap.NEXT, {"sv/index.html": b"half"})
        swap.recover(root)
        assert leftovers(root) == []

    def test_half_written_files_are_removed_and_nothing_else(self, root: Path) -> None:
        fill(
            root / "source",
            {"pages/.x.html.12.tolkbar": b"ha", "pages/x.html": b"x", "pages/.x.html.12": b"x"},
        )
        kept = {
            "de/LC_MESSAGES/x.po": b"x",
            "de/.gitignore": b"x",
            "de/LC_MESSAGES/.x.po.swp": b"x",
            "x.po.1": b"x",
        }
        fill(root / "locales", kept)
        fill(
            root / "locales",
            {
                "de/LC_MESSAGES/.x.po.123.tolkbar": b"ha",
                "templates/a/.y.pot.7.tolkbar": b"ha",
                ".z.po.9.tolkbar": b"",
            },
        )
        swap.recover(root)
        assert files_below(root / "locales") == kept
        assert files_below(root / "source") == {"pages/x.html": b"x", "pages/.x.html.12": b"x"}


def test_a_folder_that_nobody_published_is_never_replaced(root: Path) -> None:
    (root / "output" / "sitemap.xml").unlink()
    before = published(root)
    with pytest.raises(PublishError, match=r"^output:1: This folder holds what Tolkbar did not publish\."):
        publish(root)
    assert published(root) == before


def test_what_is_as_it_was_is_not_written_again(root: Path) -> None:
    before = (root / "output/sv/same.html").stat().st_ino
    publish(root)
    assert (root / "output/sv/same.html").stat().st_ino == before


def test_no_published_file_is_one_of_the_candidate(root: Path) -> None:
    for _ in range(2):
        publish(root)
    shared = [name for name in NEW if (root / "output" / name).samefile(root / "candidate" / name)]
    assert shared == []
    assert all((root / "output" / name).stat().st_nlink == 1 for name in NEW)


def test_what_somebody_wrote_into_a_published_file_is_replaced_whatever_its_size_and_time(root: Path) -> None:
    publish(root)
    path = root / "output/sv/same.html"
    times = path.stat().st_atime_ns, path.stat().st_mtime_ns
    path.write_bytes(b"lame")
    os.utime(path, ns=times)
    publish(root)
    assert published(root) == NEW


def test_a_link_among_the_published_files_is_replaced_by_the_file(root: Path) -> None:
    (root / "elsewhere.html").write_bytes(b"same")
    (root / "output/sv/same.html").unlink()
    (root / "output/sv/same.html").symlink_to(root / "elsewhere.html")
    publish(root)
    assert not (root / "output/sv/same.html").is_symlink()
    assert published(root) == NEW


def test_what_a_killed_run_wrote_in_the_folder_of_work_is_cleared_away(root: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    names = {
        f".findings.json.{int(ended.stdout)}.tolkbar",
        f".findings.json.{os.getppid()}.tolkbar",
        "findings.json",
    }
    for name in names:
        (root / WORK / name).write_bytes(b"x")
    swap.recover(root)
    assert set(leftovers(root)) == {f".findings.json.{os.getppid()}.tolkbar", "findings.json"}
