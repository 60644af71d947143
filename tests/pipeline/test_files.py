"""Writing that leaves the old bytes or the new ones, whatever happens in between."""

from __future__ import annotations

import errno
import os
import resource
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.errors import PublishError, SourceError
from pipeline.files import (
    WORK,
    all_files,
    files_below,
    only_run,
    read_bytes,
    refuse_link,
    remove_empty_folders,
    replace,
    replace_all,
    write,
    write_if_changed,
)
from tests.support import files_below as contents

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOM = 16 << 20
NO_SPACE = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class Kill(BaseException):
    """Ends a run where it is: nothing that catches errors may catch it."""


def fails(
    monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: BaseException, *, after: int = 0
) -> None:
    """Let the function ``name`` of ``owner`` raise ``error``, having worked ``after`` times."""
    real: Callable[..., Any] = getattr(owner, name)
    calls = iter(range(after))

    def faulty(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401 - as the function it stands for
        if next(calls, None) is None:
            raise error
        return real(*arguments, **options)

    monkeypatch.setattr(owner, name, faulty)


STEPS = [(os, "open"), (os, "write"), (os, "sync"), (Path, "replace")]
each_step = pytest.mark.parametrize(("owner", "name"), STEPS, ids=[name for _, name in STEPS])


def test_new_bytes_take_the_place_of_the_old(tmp_path: Path) -> None:
    path = tmp_path / "a/b/x.po"
    replace(path, b"one")
    replace(path, b"two")
    assert contents(tmp_path) == {"a/b/x.po": b"two"}


@each_step
@pytest.mark.parametrize("error", [NO_SPACE, PermissionError(errno.EACCES, "Permission denied")])
def test_a_fault_at_any_step_leaves_the_old_file_and_no_litter(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
    error: OSError,
) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(b"old")
    fails(monkeypatch, owner, name, error)
    with pytest.raises(OSError if name == "sync" else PublishError) as stopped:
        replace(path, b"new")
    monkeypatch.undo()
    assert contents(tmp_path) == {"x.po": b"old"}
    if name != "sync":
        assert str(stopped.value) == f"{path.as_posix()}:1: It could not be written: {error.strerror}."


@each_step
def test_an_interruption_at_any_step_leaves_the_old_file_and_no_litter(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    owner: object,
    name: str,
) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(b"old")
    fails(monkeypatch, owner, name, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        replace(path, b"new")
    monkeypatch.undo()
    assert contents(tmp_path) == {"x.po": b"old"}


@pytest.fixture
def small_disk() -> Iterator[None]:
    """Let no file grow beyond ``ROOM``: a write fails half-way, as on a full disk.

    The limit is pytest's too, whose report may go to a file: it must have room for that.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.usefixtures("small_disk")
def test_a_disk_that_fills_up_while_writing_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_bytes(b"old")
    with pytest.raises(PublishError, match="It could not be written: File too large"):
        replace(path, b"n" * 2 * ROOM)
    assert contents(tmp_path) == {"x.po": b"old"}


@pytest.mark.usefixtures("small_disk")
def test_of_several_files_none_is_replaced_before_all_are_written(tmp_path: Path) -> None:
    old = {"a.po": b"old", "b.po": b"old", "c.po": b"old"}
    for name, content in old.items():
        (tmp_path / name).write_bytes(content)
    with pytest.raises(PublishError):
        replace_all(
            {tmp_path / "a.po": b"new", tmp_path / "b.po": b"n" * 2 * ROOM, tmp_path / "c.po": b"new"}
        )
    assert contents(tmp_path) == old


def test_a_kill_between_several_files_leaves_each_of_them_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ["a.po", "b.po", "c.po"]
    for name in names:
        (tmp_path / name).write_bytes(b"old")
    fails(monkeypatch, Path, "replace", Kill(), after=1)
    with pytest.raises(Kill):
        replace_all({tmp_path / name: b"new" for name in names})
    assert contents(tmp_path) == {"a.po": b"new", "b.po": b"old", "c.po": b"old"}


def test_a_folder_in_a_files_place_is_said_and_left(tmp_path: Path) -> None:
    (tmp_path / "x.po").mkdir()
    with pytest.raises(PublishError, match="It could not be written: "):
        replace(tmp_path / "x.po", b"new")
    assert (tmp_path / "x.po").is_dir()
    assert contents(tmp_path) == {}


def test_a_link_is_replaced_and_what_it_leads_to_is_left(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"somebody's")
    (tmp_path / "x.po").symlink_to(tmp_path / "elsewhere")
    replace(tmp_path / "x.po", b"new")
    assert contents(tmp_path) == {"elsewhere": b"somebody's", "x.po": b"new"}


def test_what_stands_there_already_is_not_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.po"
    assert write_if_changed(path, b"one")
    fails(monkeypatch, Path, "replace", Kill())
    assert not write_if_changed(path, b"one")
    with pytest.raises(Kill):
        write_if_changed(path, b"two")


def test_what_can_be_made_again_is_written_in_place(tmp_path: Path) -> None:
    write(tmp_path / "a/x.html", b"one")
    write(tmp_path / "a/x.html", b"two")
    assert contents(tmp_path) == {"a/x.html": b"two"}


def test_a_place_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a file")
    with pytest.raises(PublishError, match="It could not be written: Not a directory"):
        write(tmp_path / "a/x.html", b"one")
    with pytest.raises(PublishError, match="The folder could not be made: "):
        replace(tmp_path / "a/x.po", b"one")


def test_a_file_that_is_not_there_has_no_bytes(tmp_path: Path) -> None:
    assert read_bytes(tmp_path / "x") is None
    (tmp_path / "x").write_bytes(b"")
    assert read_bytes(tmp_path / "x") == b""


class TestOnlyRun:
    """Two runs on one site never interleave."""

    def test_a_second_run_is_told_to_wait(self, tmp_path: Path) -> None:
        with (
            only_run(tmp_path),
            pytest.raises(PublishError, match="Another run of tolkbar is working"),
            only_run(tmp_path),
        ):
            pytest.fail("two runs at once")

    def test_another_process_is_told_to_wait(self, tmp_path: Path) -> None:
        program = (
            "import sys; from pathlib import Path; from pipeline.files import only_run\n"
            "with only_run(Path(sys.argv[1])): print('alone')"
        )

        def other() -> subprocess.CompletedProcess[str]:
            command = [sys.executable, "-c", program, str(tmp_path)]
            return subprocess.run(command, capture_output=True, text=True, check=False)

        with only_run(tmp_path):
            assert "Another run of tolkbar" in other().stderr
        assert other().stdout == "alone\n"

    def test_a_run_that_failed_is_in_nobodys_way(self, tmp_path: Path) -> None:
        with pytest.raises(Kill), only_run(tmp_path):
            raise Kill
        with only_run(tmp_path):
            pass

    def test_a_folder_that_is_a_link_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "elsewhere").mkdir()
        (tmp_path / WORK).symlink_to(tmp_path / "elsewhere")
        with pytest.raises(PublishError, match="This is a link"), only_run(tmp_path):
            pytest.fail("worked in somebody's folder")
        with pytest.raises(PublishError):
            refuse_link(tmp_path / WORK)

    def test_a_file_in_the_folders_place_is_said(self, tmp_path: Path) -> None:
        (tmp_path / WORK).write_bytes(b"a file")
        with (
            pytest.raises(PublishError, match="The folder could not be made: File exists"),
            only_run(tmp_path),
        ):
            pytest.fail("worked without a folder")

    def test_a_folder_in_the_locks_place_is_said(self, tmp_path: Path) -> None:
        (tmp_path / WORK / "lock").mkdir(parents=True)
        with pytest.raises(PublishError, match="lock:1: It could not be written: "), only_run(tmp_path):
            pytest.fail("worked without a lock")


def test_files_below_a_folder_come_in_order_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b/z", "b/.y", ".git/x", "a", "b/c/d"):
        write(tmp_path / "source" / name, b"")
    assert list(files_below(tmp_path / "source", "source", tmp_path)) == ["a", "b/c/d", "b/z"]


@pytest.mark.parametrize("target", ["/etc/hostname", "../../outside", "/etc"])
def test_a_link_out_of_the_boundary_is_refused_with_its_name(tmp_path: Path, target: str) -> None:
    (tmp_path / "outside").write_bytes(b"secret")
    write(tmp_path / "source/images/a.svg", b"")
    (tmp_path / "source/images/loop").symlink_to(target)
    with pytest.raises(SourceError) as stopped:
        list(files_below(tmp_path / "source/images", "source/images", tmp_path / "source"))
    assert (
        str(stopped.value)
        == "source/images/loop:1: This link leads out of source/. Put the file itself here."
    )


@pytest.mark.parametrize("target", ["loop", "nothing", "../images/nothing"])
def test_a_link_that_leads_nowhere_is_refused_with_its_name(tmp_path: Path, target: str) -> None:
    write(tmp_path / "source/images/a.svg", b"")
    (tmp_path / "source/images/loop").symlink_to(target)
    with pytest.raises(SourceError) as stopped:
        list(files_below(tmp_path / "source/images", "source/images", tmp_path / "source"))
    assert str(stopped.value) == "source/images/loop:1: This link leads nowhere. Put the file itself here."


def test_all_files_are_found_and_empty_folders_removed(tmp_path: Path) -> None:
    write(tmp_path / "a/.b/c", b"")
    (tmp_path / "a/d/e").mkdir(parents=True)
    (tmp_path / "f").mkdir()
    assert all_files(tmp_path) == ["a/.b/c"]
    remove_empty_folders(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".b", "a", "c"]
