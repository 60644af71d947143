"""Catalogs are saved beside other programs: what somebody else has written meanwhile is never written over.

Translators have Poedit open, pull from Weblate, edit in the preview, while a publish runs.  Our own
writers take turns (``only_writer``).  Others are met by compare and swap: the new file and the one
that stands there exchange places in one step, and only if what comes out is what was read does it
go.  So a file that was replaced at any moment before that step is found and put back.  Where the
system cannot exchange two files, the file is compared and then replaced: some microseconds remain.
An editor that saves later what it had read before is beyond us; ``tolkbar serve`` shows what it did.
"""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pipeline.errors import CatalogError, PublishError
from pipeline.files import beside, flush, make_folder, naming, only_writer, read_bytes, write_new
from pipeline.locales import FOLDER
from pipeline.model import Location, msg
from pipeline.po.patch import Conflict, patch
from pipeline.renaming import exchanged

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pipeline.po.patch import Edit

    Seen = bytes | None  # what a writer has read of a file; None where there was none
    Replacement = tuple[Seen, bytes]  # and what shall stand there

_FEW: Final = 8  # files
_TRIES: Final = 10  # another program that writes the same file over and over is no person


@dataclass(frozen=True, slots=True)
class Saved:
    """The edits stand in the catalog, whose bytes are ``content`` now."""

    content: bytes


def edit_catalog(root: Path, name: str, edits: Sequence[Edit]) -> Saved | Conflict:
    """Make ``edits`` in the catalog ``name`` (its path below ``root``), as :func:`edit_catalogs` does."""
    return edit_catalogs(root, {name: edits})[name]


def edit_catalogs(root: Path, edits: Mapping[str, Sequence[Edit]]) -> dict[str, Saved | Conflict]:
    """Make edits in the catalogs of the site at ``root``; return what came of each catalog.

    Of one catalog all edits are made, or none.  A kill leaves each catalog as it was or as it shall be;
    made again, the same edits are no conflict.  Raises CatalogError for a damaged catalog, one that is
    not there and one that is a link, before anything is written, and PublishError where the disk or
    another writer is in the way.
    """
    results: dict[str, Saved | Conflict] = {}

    def edited(name: str) -> Replacement | None:
        seen = _read(root, name)
        made = patch(seen, name, edits[name])
        results[name] = made if isinstance(made, Conflict) else Saved(made)
        return (seen, made) if isinstance(made, bytes) and made != seen else None

    write_catalogs(root, edits, edited)
    return results


def write_catalogs(root: Path, names: Iterable[str], made: Callable[[str], Replacement | None]) -> None:
    """Write the catalogs ``names`` of the site at ``root``; what nobody has seen is never written over.

    ``made`` returns what was seen of a catalog and what shall stand there, or None where nothing is to
    be written.  It is asked again, under the lock of the catalogs, for one that has changed since.
    Raises PublishError where the disk or another writer is in the way.
    """
    waiting = list(names)
    with only_writer(root):
        for _ in range(_TRIES):
            contents = {root / name: new for name in waiting if (new := made(name))}
            stale = replace_seen(contents)
            waiting = [name for name in waiting if root / name in stale]
            if not waiting:
                return
    raise _restless(waiting[0])


def replace_seen(contents: Mapping[Path, Replacement]) -> set[Path]:
    """Put new content at each path that still holds what was seen; return the paths that do not.

    The mode of a file is kept.  Raises PublishError where the disk is full or the place not writable.
    """
    made = {path: beside(path) for path in contents}
    for folder in {path.parent for path in contents}:
        make_folder(folder)
    with _removed(made.values()):
        for path, new in made.items():
            with naming(path):
                write_new(new, contents[path][1])
                with suppress(FileNotFoundError):
                    shutil.copymode(path, new)
        _flush(made.values())
        return {path for path, new in made.items() if not _put(new, path, *contents[path])}


def _flush(paths: Collection[Path]) -> None:
    """Wait until the disk has new files: a few by themselves, many with all else that it has to write."""
    if len(paths) > _FEW:
        flush()
        return
    for path in paths:
        with naming(path):
            descriptor = os.open(path, os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _read(root: Path, name: str) -> bytes:
    """Return the bytes of a catalog that is a file, and lies where it says."""
    path = root / name
    if "\0" in name or not _lies_there(root.resolve(), path, name):
        raise CatalogError(
            msg("This is a link, or no catalog of the site. Put the file itself here."), Location(name, 1)
        )
    try:
        content = read_bytes(path)
    except OSError as error:
        message = msg("It cannot be read: {reason}.", reason=error.strerror or type(error).__name__)
        raise CatalogError(message, Location(name, 1)) from None
    if content is None:
        raise CatalogError(msg("There is no such catalog. Run tolkbar extract first."), Location(name, 1))
    return content


def _lies_there(root: Path, path: Path, name: str) -> bool:
    """Tell whether ``path``, all links followed, is what its ``name`` below ``root`` says."""
    place = root / name
    try:
        return place.is_relative_to(root / FOLDER) and path.resolve() == place
    except (OSError, RuntimeError):  # links in a circle (before Python 3.13)
        return False


def _put(new: Path, path: Path, seen: Seen, content: bytes) -> bool:
    """Put the file ``new``, which holds ``content``, at ``path`` if that is still as it was ``seen``."""
    with naming(path):
        if read_bytes(path) != seen:
            return False
        if seen is None:
            return _linked(new, path)
        try:
            return _swapped(new, path, seen, content)
        except FileNotFoundError:  # somebody has removed it in this moment
            return False


def _linked(new: Path, path: Path) -> bool:
    """Give a new file its name, unless there is one of that name."""
    try:
        os.link(new, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        new.replace(path)
    return True


def _swapped(new: Path, path: Path, seen: bytes, content: bytes) -> bool:
    """Exchange ``new`` and ``path``; tell whether what came out was ``seen``, else put it back.

    While it is put back, yet another file may come in its place: the last one stays.
    """
    if not exchanged(new, path):
        new.replace(path)
        return True
    outside, inside = seen, content
    is_seen = True
    while (displaced := read_bytes(new)) != outside:
        is_seen = False
        outside, inside = inside, displaced or b""
        exchanged(new, path)
    return is_seen


@contextmanager
def _removed(paths: Iterable[Path]) -> Iterator[None]:
    """Remove what is still at ``paths`` in the end: old versions, new ones that nobody needs."""
    try:
        yield
    finally:
        for path in paths:
            with suppress(OSError):
                path.unlink()


def _restless(name: str) -> PublishError:
    return PublishError(
        msg("Another program is writing this catalog all the time. Close it, then save again."),
        Location(name, 1),
    )
