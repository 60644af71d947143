"""The files below a root, by their exact names: a web server tells ``Bild.png`` from ``bild.png``.

Folders are listed when first asked about, each once, so that a single page can be judged without
reading all that is around it.  Paths are relative to the root, with ``/``; names that are not
UTF-8 are kept as Python keeps them, and shown readably.  What the files lie on, ``disk`` and ``remote`` know.
"""

from __future__ import annotations

import unicodedata
from abc import ABC, abstractmethod
from enum import Enum, auto
from functools import cached_property
from typing import TYPE_CHECKING

from checks.dom.witness import Asked, Question, Witness, digest
from checks.subjects.limits import PAGE, too_large
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from checks.dom.witness import Answer


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


class Files(ABC):
    """The files below a root."""

    def __init__(self, witness: Witness | None = None) -> None:
        """List nothing yet; ``witness`` hears what is asked of files that are not read as a whole."""
        self._witness = witness or Witness()
        self._listings: dict[str, Mapping[str, Kind]] = {}

    @abstractmethod
    def left_out(self) -> Iterator[str]:
        """Yield the folders that are links out of the root: what is in them is listed nowhere."""

    @abstractmethod
    def _name(self, path: str) -> str:
        """Return the whole name of ``path`` for people."""

    @abstractmethod
    def _size(self, path: str) -> int | None:
        """Return how many bytes the file ``path`` has; None where it is gone."""

    @abstractmethod
    def _content(self, path: str) -> bytes | None:
        """Return what is in the file ``path``; raises ``TolkbarError`` where it cannot be read."""

    @abstractmethod
    def _beginning(self, path: str, length: int) -> bytes:
        """Return the first ``length`` bytes of the file ``path``; none where it cannot be read."""

    @abstractmethod
    def _scan(self, folder: str) -> Mapping[str, Kind]:
        """Return what a folder holds; raises ``TolkbarError`` where it cannot be read."""

    def _is_link(self, folder: str) -> bool:  # noqa: ARG002 - where there are any
        """Return whether a folder that was listed above is a link to another."""
        return False

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
            above = below(above, folder)
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

    def size(self, path: str) -> int | None:
        """Return how many bytes the file ``path`` has; None where it is gone."""
        found = self._size(path)
        self._witness.note(Question(Asked.SIZE, path), None if found is None else str(found))
        return found

    def read(self, path: str, most: int = PAGE) -> bytes | None:
        """Return the bytes of ``path``, or None where it has disappeared.

        Raises ``TolkbarError`` where it is there and cannot be read, or has more than ``most`` bytes.
        """
        if (self._size(path) or 0) > most:
            raise too_large(most, self._name(path))
        return self._content(path)

    def head(self, path: str, length: int) -> bytes:
        """Return the first ``length`` bytes of the file ``path``; none where it cannot be read."""
        found = self._beginning(path, length)
        self._witness.note(Question(Asked.HEAD, path, str(length)), digest(found))
        return found

    def begins_with(self, path: str, mark: bytes, within: int) -> bool:
        """Return whether ``mark`` stands among the first ``within`` bytes of the file ``path``."""
        return mark in self.head(path, within)

    def names(self, folder: str) -> Answer:
        """Return the digest of what a folder holds, and of which folders in it are links."""
        names = sorted(
            (name, kind.name, self._is_link(below(folder, name)))
            for name, kind in self._listing(folder).items()
        )
        return digest(repr(names).encode(errors="backslashreplace"))

    @property
    def listed(self) -> Collection[str]:
        """Return the folders that were listed."""
        return self._listings.keys()

    def _is_entered(self, folder: str) -> bool:
        name = folder.rpartition("/")[2]
        hidden = name.startswith(".") and name != ".well-known"
        return not hidden and not self._is_link(folder)

    def _listing(self, folder: str) -> Mapping[str, Kind]:
        if folder not in self._listings:
            self._listings[folder] = self._scan(folder)
        return self._listings[folder]

    @cached_property
    def _folded(self) -> dict[str, str]:
        folded: dict[str, str] = {}
        for path in self.walk():
            while path and _fold(path) not in folded:
                folded[_fold(path)] = path
                path = path.rpartition("/")[0]  # noqa: PLW2901 - climbs to the folders of the file
        return folded


def below(folder: str, name: str) -> str:
    """Return the path of what is called ``name`` in ``folder``."""
    return f"{folder}/{name}" if folder else name


def _fold(path: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
