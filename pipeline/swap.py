"""Publishing in one step: ``output/`` is the old editions or the new ones, never a part of each.

Linux and macOS can exchange two folders atomically.  Elsewhere it takes two renames; a run that was
killed between them is mended by the next one (:func:`recover`).
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.errors import PublishError
from pipeline.files import SITEMAP, WORK, flush, only_writer, remove_abandoned, remove_unfinished
from pipeline.locales import FOLDER as LOCALES
from pipeline.model import Location, msg
from pipeline.renaming import exchanged

if TYPE_CHECKING:
    from pipeline.model import Message

OUTPUT = "output"
NEXT = f"{WORK}/next"
PREVIOUS = f"{WORK}/previous"

_CHUNK = 1 << 18  # bytes: nearly every file is read in one go


def recover(root: Path) -> None:
    """Finish or undo what a killed run left: afterwards ``output/`` is whole and nothing else is there."""
    output, previous = root / OUTPUT, root / PREVIOUS
    if not output.exists() and previous.is_dir():
        previous.rename(output)
    for leftover in (root / NEXT, previous):
        _remove(leftover)
    if (root / WORK).is_dir():
        remove_abandoned(root / WORK)
    remove_unfinished(root / "source")
    with only_writer(root):  # else an editor who saves at this moment would lose what is half written
        remove_unfinished(root / LOCALES)


def is_part_of_site(place: Path, root: Path) -> bool:
    """Tell whether ``place`` lies in a folder of the site at ``root``, where only its own files may go."""
    own = (root.resolve() / name for name in (OUTPUT, WORK, LOCALES, "source"))
    return any(place.resolve().is_relative_to(folder) for folder in own)


def publish(root: Path, candidate: Path) -> None:
    """Make a copy of ``candidate`` the site's ``output/``, in one step.

    Raises PublishError where the disk is full or ``output/`` cannot be exchanged (a mount point, a
    file of that name); the old output is then untouched.
    """
    output, fresh = root / OUTPUT, root / NEXT
    _require_ours(output)
    try:
        _remove(fresh)
        copy_folder(candidate, fresh, output)
        flush()
        _exchange(fresh, output, root / PREVIOUS)
    except OSError as error:
        _remove(fresh)
        raise PublishError(_fault(error), Location(OUTPUT, 1)) from error
    _remove(fresh)


def _fault(error: OSError) -> Message:
    if error.errno == errno.EXDEV:
        return msg(
            "It could not be published: output/ and .tolkbar/ lie on two file systems. Keep both on one. "
            "What was published before is untouched."
        )
    reason = error.strerror or type(error).__name__
    return msg("It could not be published: {reason}. What was published before is untouched.", reason=reason)


def _require_ours(output: Path) -> None:
    """Raise PublishError for a folder that holds other things than an earlier publishing."""
    if output.is_dir() and any(output.iterdir()) and not (output / SITEMAP).is_file():
        raise PublishError(
            msg("This folder holds what Tolkbar did not publish. Move it away, then publish again."),
            Location(OUTPUT, 1),
        )


def copy_folder(source: Path, target: Path, before: Path | None = None) -> None:
    """Copy a folder and all below it to ``target``, which is new.

    What stands in the folder ``before`` already, byte for byte, gets a second name there instead: most
    of a site is as it was, and nothing of that need be written.  The bytes are compared, for nobody can
    vouch for what others did to a published file; ``source`` itself is never shared.  Raises OSError at
    the first file that cannot be copied; ``shutil.copytree`` would try all others on a full disk too,
    and hand back a list.
    """
    top = os.fspath(source)
    for folder, _, names in os.walk(top, onerror=_raise):
        below = folder.removeprefix(top)
        Path(f"{target}{below}").mkdir(parents=True)
        for name in names:
            wanted, copy = f"{folder}/{name}", f"{target}{below}/{name}"
            if before is None or not _linked(wanted, f"{before}{below}/{name}", copy):
                shutil.copy2(Path(wanted), Path(copy))


def _linked(source: str, old: str, target: str) -> bool:
    """Make ``target`` a second name of the file ``old`` if that is a copy of ``source``; tell whether."""
    try:
        wanted, found = os.stat(source), os.lstat(old)  # noqa: PTH116 - asked for every file of a site
        if (wanted.st_mode, wanted.st_size) != (found.st_mode, found.st_size) or not _same_bytes(source, old):
            return False
        os.link(old, target)
    except OSError:  # there is none, or this file system has no second names
        return False
    return True


def _same_bytes(one: str, other: str) -> bool:
    with open(one, "rb", buffering=0) as first, open(other, "rb", buffering=0) as second:  # noqa: PTH123 - as above
        while chunk := first.read(_CHUNK):
            if second.read(_CHUNK) != chunk:
                return False
    return True


def _raise(error: OSError) -> None:
    raise error


def _exchange(fresh: Path, output: Path, previous: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise NotADirectoryError(errno.ENOTDIR, "output is not a folder")
    if not output.exists():
        fresh.rename(output)
    elif not exchanged(fresh, output):
        _remove(previous)
        output.rename(previous)
        try:
            fresh.rename(output)
        except OSError:
            previous.rename(output)
            raise
        _remove(previous)


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
