"""The files below a folder of the disk."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

from checks.subjects.files import Files, Kind, below, readable, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from checks.dom.witness import Witness

# The folder has disappeared, or links lead in a circle: there is nothing there to list.
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}


class DiskFiles(Files):
    """The files below ``root``."""

    def __init__(self, root: Path, witness: Witness | None = None) -> None:
        """List nothing yet; ``witness`` hears what is asked of files that are not read as a whole."""
        super().__init__(witness)
        self.root = root
        self._whole = os.fspath(root)  # joining Paths takes longer than asking the disk
        self._links: set[str] = set()  # those to folders

    def left_out(self) -> Iterator[str]:
        """Yield the folders that are links out of the root: what is in them is listed nowhere."""
        root = self.root.resolve()
        for folder in sorted(self._listings):
            for name, kind in self._listing(folder).items():
                path = self.root / folder / name
                is_link = kind is Kind.FOLDER and self._is_link(below(folder, name))
                if is_link and not path.resolve().is_relative_to(root):
                    yield below(folder, name)

    def _name(self, path: str) -> str:
        return readable(str(self.root / path))

    def _is_link(self, folder: str) -> bool:
        return folder in self._links

    def _size(self, path: str) -> int | None:
        try:
            return os.stat(f"{self._whole}/{path}").st_size  # noqa: PTH116 - see ``_whole``
        except OSError:
            return None

    def _content(self, path: str) -> bytes | None:
        try:
            with open(f"{self._whole}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - see ``_whole``
                return file.read()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable(str(self.root / path), error) from error

    def _beginning(self, path: str, length: int) -> bytes:
        try:
            with (self.root / path).open("rb") as file:
                return file.read(length)
        except OSError:
            return b""

    def _scan(self, folder: str) -> dict[str, Kind]:
        try:
            with os.scandir(self.root / folder) as entries:
                return self._kinds(folder, entries)
        except OSError as error:
            if error.errno in _GONE:
                return {}
            raise unreadable(str(self.root / folder), error) from error

    def _kinds(self, folder: str, entries: Iterable[os.DirEntry[str]]) -> dict[str, Kind]:
        kinds: dict[str, Kind] = {}
        for entry in entries:
            kind = _kind(entry)
            if kind is not None:
                kinds[entry.name] = kind
            if kind is Kind.FOLDER and entry.is_symlink():
                self._links.add(below(folder, entry.name))
        return kinds


def _kind(entry: os.DirEntry[str]) -> Kind | None:
    """Return what ``entry`` is or links to; None for a dangling or circular link, a pipe, a device."""
    try:
        if entry.is_dir():
            return Kind.FOLDER
        return Kind.FILE if entry.is_file() else None
    except OSError:
        return None
