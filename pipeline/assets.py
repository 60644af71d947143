"""Images, documents and style sheets: each edition has its own, so that it can stand alone.

The bytes are stored once: editions share them by hard links where the file system has those.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from typing import TYPE_CHECKING

from pipeline.errors import PublishError
from pipeline.files import files_below, make_folder
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pipeline.config import Document

FOLDERS = ("assets", "images")


def shared_files(root: Path, documents: Sequence[Document]) -> dict[str, Path]:
    """Return what every edition gets, by its path below the edition's root.

    All of ``assets`` and ``images`` but hidden files, and the documents that have a record.  Raises
    SourceError for a link that leads out of ``source/``.
    """
    files = {f"documents/{document.file}": document.path for document in documents}
    for folder in FOLDERS:
        place = root / "source" / folder
        if place.is_dir():
            below = files_below(place, f"source/{folder}", root / "source")
            files |= {f"{folder}/{name}": place / name for name in below}
    return files


def copy_shared(files: dict[str, Path], candidate: Path, languages: Sequence[str]) -> None:
    """Bring ``files`` into the editions of ``candidate``; a copy of what has not changed since stays."""
    first, *others = languages
    for name, source in files.items():
        original = candidate / first / name
        _put(source, original, link=False)
        for language in others:
            _put(original, candidate / language / name, link=True)


def _put(source: Path, target: Path, *, link: bool) -> None:
    """Copy or link a file in one step, unless it is there already."""
    if _same(source, target):
        return
    make_folder(target.parent)
    temporary = target.with_name(f".{target.name}.new")
    temporary.unlink(missing_ok=True)
    try:
        _link_or_copy(source, temporary, link=link)
        temporary.replace(target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise PublishError(
            msg("It could not be copied: {reason}.", reason=error.strerror or type(error).__name__),
            Location(target.as_posix(), 1),
        ) from error


def _link_or_copy(source: Path, target: Path, *, link: bool) -> None:
    if link:
        with contextlib.suppress(OSError):
            os.link(source, target)
            return
    shutil.copy2(source, target)


def _same(source: Path, target: Path) -> bool:
    """Tell whether ``target`` is the same file, or a copy that was made after anything last changed.

    Size and time of the content, which a copy has from its original, do not tell: programs set the time.
    """
    try:
        ours, theirs = source.stat(), target.stat()
    except OSError:
        return False
    is_copy = (ours.st_size, ours.st_mtime_ns) == (theirs.st_size, theirs.st_mtime_ns)
    return os.path.samestat(ours, theirs) or (is_copy and ours.st_ctime_ns < theirs.st_ctime_ns)
