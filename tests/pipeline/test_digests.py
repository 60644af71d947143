"""When a file is believed to be what it was: never where it could have changed unseen."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from pipeline import files
from pipeline.digests import Digests, is_settled
from pipeline.state import State

if TYPE_CHECKING:
    from pathlib import Path

SECOND = 10**9
LATE = 10 * SECOND


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of files that have been opened since."""
    names: list[str] = []
    real = files.read_bytes

    def read_bytes(path: str) -> bytes | None:
        names.append(path.rpartition("/")[2])
        return real(path)

    monkeypatch.setattr("pipeline.digests.read_bytes", read_bytes)
    return names


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file of a site."""
    path = tmp_path / "index.md"
    path.write_bytes(b"one")
    return path


def digest(root: Path, later: int = 0) -> str:
    """Return the digest of the file as a run sees it that comes so many nanoseconds ``later``."""
    with closing(State(root)) as state:
        there, here = state._opened  # noqa: SLF001 - the clock of the file system, which no test can turn
        state._opened = there + later, here  # noqa: SLF001 - as above
        return Digests(root, state).of("index.md")


def test_a_file_that_rested_is_read_once(file: Path, reads: list[str]) -> None:
    assert len({digest(file.parent, LATE) for _ in range(3)}) == 1
    assert reads == ["index.md"]


def test_a_file_that_was_just_written_is_read_again(file: Path, reads: list[str]) -> None:
    for _ in range(3):
        os.utime(file)
        digest(file.parent)
    assert reads == ["index.md"] * 3


@pytest.mark.parametrize("how", ["in place", "by another file", "gone and back"])
def test_another_content_of_the_same_size_and_time_is_seen(file: Path, how: str) -> None:
    before, facts = digest(file.parent, LATE), file.stat()
    if how == "by another file":
        beside = file.with_name("beside")
        beside.write_bytes(b"two")
        beside.replace(file)
    else:
        if how == "gone and back":
            file.unlink()
        file.write_bytes(b"two")
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
    assert digest(file.parent, LATE) != before


def test_what_is_gone_has_no_digest_and_is_not_remembered(file: Path, reads: list[str]) -> None:
    digest(file.parent, LATE)
    file.unlink()
    assert digest(file.parent, LATE) == ""
    file.write_bytes(b"one")
    assert digest(file.parent, LATE) != ""
    assert len(reads) == 3


@pytest.mark.parametrize(
    ("modified", "changed", "rested", "settled"),
    [
        (5, 5, SECOND // 5, True),
        (5, 5, SECOND // 20, False),
        (0, 5, SECOND, False),  # a clock of whole seconds, perhaps of two
        (0, 0, 4 * SECOND, True),
        (5, 9 * SECOND + 5, SECOND, False),  # an old time on a new file: copied, or set by hand
    ],
)
def test_a_file_is_settled_once_the_clock_has_moved_on(
    modified: int, changed: int, rested: int, *, settled: bool
) -> None:
    assert (
        is_settled((1, modified, changed, 1), max(modified, changed) * (changed < SECOND) + rested) is settled
    )


def test_without_a_store_whatever_is_asked_about_is_read(file: Path, reads: list[str]) -> None:
    for _ in range(2):
        Digests(file.parent, None).of("index.md")
    assert reads == ["index.md"] * 2
