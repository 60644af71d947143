"""The files below a folder, by their exact names: a web server tells ``Bild.png`` from ``bild.png``.

Folders are listed when first asked about, each once, so that a single page can be judged without
reading the whole disk around it.  Paths are relative to the root, with ``/``; names that are not
UTF-8 are kept as Python keeps them, and shown readably.
"""

from __future__ import annotations

import errno
import os
import unicodedata
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from checks.dom.witness import Asked, Question, Witness, digest
from checks.subjects.limits import PAGE, require_size
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from checks.dom.witness import Answer


# The folder has disappeared, or links lead in a circle: there is nothing there to list.
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG}


class Kind(Enum):
    """What a path names."""

    FILE = auto()
    FOLDER = auto()


def readable(path: str) -> str:
    r"""Return ``path`` as text that every encoding can carry: bytes that are not UTF-8 become ``\\xe5``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def unreadable(path: str, error: OSError) -> TolkbarError:
    """Return the one line for a file that is there and cannot be read."""
    reason = error.strerror or type(error).__name__
    return TolkbarError(
        msg("The file cannot be read: {reason}. Check its permissions and the disk.", reason=reason),
        Location(readable(path), 1),
    )


class Files:
    """The files below ``root``."""

    def __init__(self, root: Path, witness: Witness | None = None) -> None:
        """List nothing yet; ``witness`` hears what is asked of files that are not read as a whole."""
        self.root = root
        self._witness = witness or Witness()
        self._listings: dict[str, Mapping[str, Kind]] = {}
        self._links: set[str] = set()  # those to folders

    def kind(self, path: str) -> Kind | None:
        """Return what ``path`` names, letter for letter; None where nothing has that name."""
        path = path.strip("/")
        if not path:
            return Kind.FOLDER
        *folders, name = path.split("/")
        above = ""
        for folder in folders:
            if self._listing(above).get(folder) is not Kind.FOLDER:
                return None
            above = _below(above, folder)
        return self._listing(above).get(name)

    def alike(self, path: str) -> str | None:
        """Return the file or folder whose path differs from ``path`` only in letter case or Unicode form."""
        return self._folded.get(_fold(path.strip("/")))

    def walk(self) -> Iterator[str]:
        """Yield every file in stable order; hidden folders and links to folders are not entered."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            prefix = f"{folder}/" if folder else ""
            names = sorted(self._listing(folder).items())
            yield from (prefix + name for name, kind in names if kind is Kind.FILE)
            waiting += [
                prefix + name
                for name, kind in reversed(names)
                if kind is Kind.FOLDER and self._is_entered(prefix + name)
            ]

    def left_out(self) -> Iterator[str]:
        """Yield the folders that are links out of the root: what is in them is listed nowhere."""
        root = self.root.resolve()
        for folder in sorted(self._listings):
            for name, kind in self._listing(folder).items():
                path = self.root / folder / name
                below = _below(folder, name)
                is_link = kind is Kind.FOLDER and below in self._links
                if is_link and not path.resolve().is_relative_to(root):
                    yield below

    def size(self, path: str) -> int | None:
        """Return how many bytes the file ``path`` has; None where it is gone."""
        found = self._size(path)
        self._witness.note(Question(Asked.SIZE, path), None if found is None else str(found))
        return found

    def read(self, path: str, most: int = PAGE) -> bytes | None:
        """Return the bytes of ``path``, or None where it has disappeared.

        Raises ``TolkbarError`` where it is there and cannot be read, or has more than ``most`` bytes.
        """
        require_size(self._size(path), most, readable(str(self.root / path)))
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise unreadable(str(self.root / path), error) from error

    def head(self, path: str, length: int) -> bytes:
        """Return the first ``length`` bytes of the file ``path``; none where it cannot be read."""
        try:
            with (self.root / path).open("rb") as file:
                found = file.read(length)
        except OSError:
            found = b""
        self._witness.note(Question(Asked.HEAD, path, str(length)), digest(found))
        return found

    def begins_with(self, path: str, mark: bytes, within: int) -> bool:
        """Return whether ``mark`` stands among the first ``within`` bytes of the file ``path``."""
        return mark in self.head(path, within)

    def names(self, folder: str) -> Answer:
        """Return the digest of what a folder holds, and of which folders in it are links."""
        names = sorted(
            (name, kind.name, _below(folder, name) in self._links)
            for name, kind in self._listing(folder).items()
        )
        return digest(repr(names).encode(errors="backslashreplace"))

    @property
    def listed(self) -> Collection[str]:
        """Return the folders that were listed."""
        return self._listings.keys()

    def _size(self, path: str) -> int | None:
        try:
            return (self.root / path).stat().st_size
        except OSError:
            return None

    def _is_entered(self, folder: str) -> bool:
        name = folder.rpartition("/")[2]
        hidden = name.startswith(".") and name != ".well-known"
        return not hidden and folder not in self._links

    def _listing(self, folder: str) -> Mapping[str, Kind]:
        if folder not in self._listings:
            self._listings[folder] = self._scan(folder)
        return self._listings[folder]

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
                self._links.add(_below(folder, entry.name))
        return kinds

    @cached_property
    def _folded(self) -> dict[str, str]:
        folded: dict[str, str] = {}
        for path in self.walk():
            while path and _fold(path) not in folded:
                folded[_fold(path)] = path
                path = path.rpartition("/")[0]  # noqa: PLW2901 - climbs to the folders of the file
        return folded


def _below(folder: str, name: str) -> str:
    return f"{folder}/{name}" if folder else name


def _kind(entry: os.DirEntry[str]) -> Kind | None:
    """Return what ``entry`` is or links to; None for a dangling or circular link, a pipe, a device."""
    try:
        if entry.is_dir():
            return Kind.FOLDER
        return Kind.FILE if entry.is_file() else None
    except OSError:
        return None


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
