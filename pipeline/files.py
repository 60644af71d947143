"""Writing that a kill at any moment leaves whole: the old bytes or the new ones, never a part.

Nothing here opens a file to write over it.  A new file is written beside the old one, flushed to
disk and renamed onto it (POSIX rename is atomic within a file system).
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from typing import TYPE_CHECKING

from pipeline.errors import PublishError, SourceError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORK = ".tolkbar"
"""The folder for what is no one's to edit, beside ``output/`` and on the same file system."""

_MODE = 0o644


def read_bytes(path: Path) -> bytes | None:
    """Return the bytes of a file, None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def replace(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Put ``content`` at ``path`` in one step.

    ``durable`` waits for the disk: wanted for what people typed, not for what can be made again.
    Raises PublishError where the disk is full or the place not writable; the old file is then intact.
    """
    try:
        _replace(path, content, durable=durable)
    except OSError as error:
        raise _not_written(path, error) from error


def write(path: Path, content: bytes) -> None:
    """Write what can be made again and nobody relies on yet; a kill may leave a part of it.

    Raises PublishError as :func:`replace` does.
    """
    try:
        try:
            path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    except OSError as error:
        raise _not_written(path, error) from error


def write_if_changed(path: Path, content: bytes, *, durable: bool = True) -> bool:
    """Put ``content`` at ``path`` unless it is there already; tell whether it was written."""
    if read_bytes(path) == content:
        return False
    replace(path, content, durable=durable)
    return True


def files_below(folder: Path, name: str, boundary: Path) -> Iterator[str]:
    """Yield the files below ``folder`` in order, as paths relative to it; hidden ones are left out.

    ``name`` is the folder's own for people.  Raises SourceError for a symbolic link that leads out of
    ``boundary``: what lies there is nobody's to publish.
    """
    _require_within(folder, name, boundary)
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            _require_within(folder / entry.name, f"{name}/{entry.name}", boundary)
        if entry.is_dir(follow_symlinks=False):
            inner = files_below(folder / entry.name, f"{name}/{entry.name}", boundary)
            yield from (f"{entry.name}/{below}" for below in inner)
        elif entry.is_file():
            yield entry.name


def _require_within(path: Path, name: str, boundary: Path) -> None:
    try:
        is_within = path.resolve().is_relative_to(boundary.resolve())
    except (OSError, RuntimeError):  # links in a circle (before Python 3.13)
        is_within = False
    if not is_within:
        message = msg("This link leads out of source/. Put the file itself here.")
        raise SourceError(message, Location(name, 1))


def all_files(folder: Path) -> list[str]:
    """Return every file below ``folder``, hidden ones too, as paths relative to it."""
    top = os.fspath(folder)
    return [
        os.path.join(place, file)[len(top) + 1 :].replace(os.sep, "/")
        for place, _, files in os.walk(top)
        for file in files
    ]


def remove_empty_folders(folder: Path) -> None:
    """Remove the folders below ``folder`` in which there is nothing."""
    for place, folders, files in os.walk(folder, topdown=False):
        if not folders and not files and place != os.fspath(folder):
            os.rmdir(place)


@contextlib.contextmanager
def only_run(root: Path) -> Iterator[None]:
    """Hold the site's lock, so that two runs cannot interleave; raise PublishError if another has it."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - not needed for a look at one page

    folder = root / WORK
    refuse_link(folder)
    make_folder(folder)
    lock = FileLock(folder / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise PublishError(
            msg("Another run of tolkbar is working on this site. Wait until it is done, then run again.")
        ) from None
    try:
        yield
    finally:
        lock.release()


def refuse_link(folder: Path) -> None:
    """Raise PublishError if ``folder``, in which runs delete what they did not make, is a symbolic link."""
    if folder.is_symlink():
        raise PublishError(
            msg("This is a link, and what it leads to would be cleared. Remove the link."),
            Location(folder.as_posix(), 1),
        )


def make_folder(folder: Path) -> None:
    """Create ``folder`` and those above it; raise PublishError where that cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise PublishError(
            msg("The folder could not be made: {reason}.", reason=error.strerror or type(error).__name__),
            Location(folder.as_posix(), 1),
        ) from error


def _replace(path: Path, content: bytes, *, durable: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _MODE)
            if durable:
                os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - mkstemp gives a string
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108 - as above
        raise


def _not_written(path: Path, error: OSError) -> PublishError:
    reason = error.strerror or type(error).__name__
    return PublishError(
        msg("It could not be written: {reason}.", reason=reason), Location(path.as_posix(), 1)
    )
