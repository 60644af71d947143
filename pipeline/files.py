"""Writing that a kill at any moment leaves whole: the old bytes or the new ones, never a part.

What people typed is never written over: the new file is written beside the old one, flushed to disk
and renamed onto it (POSIX rename is atomic within a file system).  Only what can be made again, the
candidate and the templates, is written in place (:func:`write`).
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PublishError, SourceError
from pipeline.lock import held
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pipeline.model import Message

WORK = ".tolkbar"
"""The folder for what is no one's to edit, beside ``output/`` and on the same file system."""

CANDIDATE = f"{WORK}/candidate"
"""The folder of the editions that were built last and may not have been published."""

SITEMAP = "sitemap.xml"
"""The file that every candidate, and so every publishing, has at its root."""

START = "index"
"""The page that an edition begins with."""

FRONT = f"{START}.html"
"""The page in front of the editions, at the root."""

_LONG = 30  # seconds: catalogs are written in less, on a busy disk too

_NO_LINKS = getattr(os, "O_NOFOLLOW", 0)  # Windows has no such flag
_BINARY = getattr(os, "O_BINARY", 0)  # and only Windows has this one
_OVER = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINKS | _BINARY
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_MODE = 0o666  # less what the user's mask takes away

Stamp = tuple[int, int]
"""Size and time of a file."""

_UNFINISHED = re.compile(r"(?:^|/)\.[^/]+\.([0-9]+)\.tolkbar$")
"""The names of new files before they are put in place: ``.index.po.4711.tolkbar``, 4711 is who writes."""


def read_bytes(path: Path | str) -> bytes | None:
    """Return the bytes of a file, None where there is none."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - no objects for each of a thousand catalogs
            return file.read()
    except FileNotFoundError:
        return None


def stamp(path: str) -> Stamp:
    """Return size and time of a file that nobody but us writes: others tell that somebody has."""
    try:
        facts = os.stat(path)  # noqa: PTH116 - asked for every page of a run
    except OSError:
        return (-1, -1)
    return (facts.st_size, facts.st_mtime_ns)


def replace(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Put ``content``, whole or in pieces, at ``path`` in one step: a power cut can do it no harm any more.

    Raises PublishError where the disk is full or the place not writable; the old file is then intact.
    """
    replace_all({path: content})


def replace_all(contents: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Put new content at each path as :func:`replace` does; the disk is waited for once, not for each."""
    for folder in {path.parent for path in contents}:
        make_folder(folder)
    made = {path: beside(path) for path in contents}
    try:
        for path, temporary in made.items():
            with naming(path):
                write_new(temporary, contents[path])
        if made:
            flush()
        for path, temporary in made.items():
            with naming(path):
                temporary.replace(path)
    except BaseException:
        for temporary in made.values():
            with contextlib.suppress(OSError):
                temporary.unlink()
        raise


def beside(path: Path) -> Path:
    """Return where this process writes the file that is to stand at ``path``."""
    return path.with_name(f".{path.name}.{os.getpid()}.tolkbar")


def remove_unfinished(folder: Path) -> None:
    """Remove what a run that was killed while it wrote files below ``folder`` has left beside them."""
    for name in all_files(folder):
        if _UNFINISHED.search(name):
            (folder / name).unlink(missing_ok=True)


def remove_abandoned(folder: Path) -> None:
    """Remove what a killed run has left in ``folder`` itself, where another run may be writing just now."""
    for path in folder.iterdir():
        found = _UNFINISHED.search(path.name)
        if found and not _is_running(int(found[1])):
            path.unlink(missing_ok=True)


def _is_running(process: int) -> bool:
    if sys.platform == "win32":  # there the question would end it
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return process != os.getpid()


def write(path: Path, content: bytes) -> Stamp:
    """Write what can be made again and nobody relies on yet; a kill may leave a part of it.

    A link is replaced, not written through.  Returns the :func:`stamp` that the file has then; raises
    PublishError as :func:`replace` does.
    """
    with naming(path), _closing(_opened(path)) as descriptor:
        _write_all(descriptor, content)
        facts = os.fstat(descriptor)
        return (facts.st_size, facts.st_mtime_ns)


def write_if_changed(path: Path, content: bytes) -> bool:
    """Put ``content`` at ``path`` unless it is there already; tell whether it was written."""
    if read_bytes(path) == content:
        return False
    replace(path, content)
    return True


def flush() -> None:
    """Wait until the disk has what was written: a rename must not outrun the bytes that it puts in place."""
    os.sync()


def files_below(folder: Path, name: str, boundary: Path) -> Iterator[str]:
    """Yield the files below ``folder`` in order, as paths relative to it; hidden ones are left out.

    ``name`` is the folder's own for people.  Raises SourceError for a symbolic link that leads out of
    ``boundary``, since what lies there is nobody's to publish, and for one that leads nowhere, since
    what it stands for would silently be missing.
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
    except (OSError, RuntimeError):  # links in a circle (before Python 3.13): they lead nowhere
        is_within = True
    if not is_within:
        message = msg("This link leads out of source/. Put the file itself here.")
        raise SourceError(message, Location(name, 1))
    if not path.exists():
        message = msg("This link leads nowhere. Put the file itself here.")
        raise SourceError(message, Location(name, 1))


def all_files(folder: Path) -> list[str]:
    """Return every file below ``folder``, hidden ones too, as paths relative to it."""
    top = os.fspath(folder)
    return [
        f"{place}{os.sep}{file}"[len(top) + 1 :].replace(os.sep, "/")
        for place, _, files in os.walk(top)
        for file in files
    ]


def remove_links(folder: Path) -> None:
    """Remove the symbolic links below ``folder``, so that nothing is written where they lead to."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_symlink():
                Path(entry.path).unlink()
            elif entry.is_dir():
                remove_links(Path(entry.path))


def remove_empty_folders(folder: Path) -> None:
    """Remove the folders below ``folder`` in which there is no file."""
    for place, _, files in os.walk(folder, topdown=False):
        if not files and place != os.fspath(folder):
            with contextlib.suppress(OSError):  # a folder in it is not empty
                Path(place).rmdir()


@contextlib.contextmanager
def only_run(root: Path) -> Iterator[None]:
    """Hold the site's lock, so that two runs cannot interleave; raise PublishError if another has it."""
    busy = msg("Another run of tolkbar is working on this site. Wait until it is done, then run again.")
    with _locked(root, "lock", 0, busy):
        yield


@contextlib.contextmanager
def only_writer(root: Path) -> Iterator[None]:
    """Hold the lock of the site's catalogs, for the moment in which some are written.

    A run writes them while it holds the site's lock; a translator's save must not wait for a whole run.
    Raises PublishError if others have had it for long.
    """
    busy = msg("Another run of tolkbar is writing catalogs, and does not end. Try again.")
    with _locked(root, "catalogs.lock", _LONG, busy):
        yield


@contextlib.contextmanager
def _locked(root: Path, name: str, seconds: float, busy: Message) -> Iterator[None]:
    folder = root / WORK
    refuse_link(folder)
    make_folder(folder)
    with contextlib.ExitStack() as locks:
        with naming(folder / name):
            is_ours = locks.enter_context(held(folder / name, seconds))
        if not is_ours:
            raise PublishError(busy)
        yield


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


def write_new(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file that is not there; what a killed run left in its place, a link even, is removed."""
    try:
        descriptor = os.open(path, _NEW, _MODE)
    except FileExistsError:
        path.unlink()
        descriptor = os.open(path, _NEW, _MODE)
    with _closing(descriptor):
        for part in (content,) if isinstance(content, bytes) else content:
            _write_all(descriptor, part)


def _opened(path: Path) -> int:
    """Open a file to write it from its beginning, in a folder that is made if need be; a link makes way."""
    if not _NO_LINKS and path.is_symlink():
        path.unlink()
    try:
        return os.open(path, _OVER, _MODE)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        path.unlink()
    return os.open(path, _OVER, _MODE)


def _write_all(descriptor: int, content: bytes) -> None:
    """Write ``content`` without the objects that Python puts between: a build writes thousands of files."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


@contextlib.contextmanager
def _closing(descriptor: int) -> Iterator[int]:
    try:
        yield descriptor
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """Raise PublishError, which names ``path``, in place of what the system says."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise PublishError(
            msg("It could not be written: {reason}.", reason=reason), Location(path.as_posix(), 1)
        ) from error
