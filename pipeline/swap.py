"""Publishing in one step: ``output/`` is the old editions or the new ones, never a part of each.

Linux and macOS can exchange two folders atomically.  Elsewhere it takes two renames; a run that was
killed between them is mended by the next one (:func:`recover`).
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
from pathlib import Path

from pipeline.errors import PublishError
from pipeline.files import SITEMAP, WORK, flush, remove_unfinished
from pipeline.locales import FOLDER as LOCALES
from pipeline.model import Location, msg

OUTPUT = "output"
NEXT = f"{WORK}/next"
PREVIOUS = f"{WORK}/previous"

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2
_NOT_HERE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}


def recover(root: Path) -> None:
    """Finish or undo what a killed run left: afterwards ``output/`` is whole and nothing else is there."""
    output, previous = root / OUTPUT, root / PREVIOUS
    if not output.exists() and previous.is_dir():
        previous.rename(output)
    for leftover in (root / NEXT, previous):
        _remove(leftover)
    for folder in (LOCALES, "source"):
        remove_unfinished(root / folder)


def publish(root: Path, candidate: Path) -> None:
    """Make a copy of ``candidate`` the site's ``output/``, in one step.

    Raises PublishError where the disk is full or ``output/`` cannot be exchanged (a mount point, a
    file of that name); the old output is then untouched.
    """
    output, fresh = root / OUTPUT, root / NEXT
    _require_ours(output)
    try:
        _remove(fresh)
        copy_folder(candidate, fresh)
        flush()
        _exchange(fresh, output, root / PREVIOUS)
    except OSError as error:
        _remove(fresh)
        reason = error.strerror or type(error).__name__
        raise PublishError(
            msg(
                "It could not be published: {reason}. What was published before is untouched.", reason=reason
            ),
            Location(OUTPUT, 1),
        ) from error
    _remove(fresh)


def _require_ours(output: Path) -> None:
    """Raise PublishError for a folder that holds other things than an earlier publishing."""
    if output.is_dir() and any(output.iterdir()) and not (output / SITEMAP).is_file():
        raise PublishError(
            msg("This folder holds what Tolkbar did not publish. Move it away, then publish again."),
            Location(OUTPUT, 1),
        )


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder and all below it to ``target``, which is new.

    Raises OSError at the first file that cannot be copied; ``shutil.copytree`` would try all others
    on a full disk too, and hand back a list.
    """
    for folder, _, names in os.walk(source, onerror=_raise):
        there = target / Path(folder).relative_to(source)
        there.mkdir(parents=True)
        for name in names:
            shutil.copy2(Path(folder, name), there / name)


def _raise(error: OSError) -> None:
    raise error


def _exchange(fresh: Path, output: Path, previous: Path) -> None:
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise NotADirectoryError(errno.ENOTDIR, "output is not a folder")
    if not output.exists():
        fresh.rename(output)
    elif not _exchanged_at_once(fresh, output):
        _remove(previous)
        output.rename(previous)
        try:
            fresh.rename(output)
        except OSError:
            previous.rename(output)
            raise
        _remove(previous)


def _exchanged_at_once(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; return False where the system cannot."""
    import ctypes  # noqa: PLC0415 - for those who publish

    names = (os.fsencode(one), os.fsencode(other))
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        status = library.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        status = library.renamex_np(*names, _RENAME_SWAP)
    else:
        return False
    if status == 0:
        return True
    code = ctypes.get_errno()
    if code in _NOT_HERE:
        return False
    raise OSError(code, os.strerror(code))


def _remove(folder: Path) -> None:
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
