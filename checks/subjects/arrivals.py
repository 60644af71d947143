"""How following an address ends: at a file of the site, at none, or outside.

It ends as a case-sensitive server without further settings would have it, which is the strictest
that a visitor may meet.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from checks.subjects.addresses import Outside
from checks.subjects.files import Files, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

INDEX: Final = ("index.html", "index.htm", "index.xhtml")  # what a server shows for a folder
KEPT: Final = 200_000  # paths, and addresses, of which it is known where they lead; a site may have millions
PAGE: Final = ".html"  # what some servers put behind a name by themselves


class Arrival(Enum):
    """How following an address ends."""

    FOUND = auto()
    MISSING = auto()
    LETTER_CASE = auto()  # found in other letter case
    UNICODE_FORM = auto()  # found with its letters composed otherwise
    ENCODING = auto()  # found when it is percent-decoded otherwise
    WITHOUT_INDEX = auto()  # a folder that has no page to show
    ELSEWHERE = auto()  # another server
    PROGRAM = auto()  # nothing that is fetched: mailto:, tel:, data: …
    LOCAL = auto()  # the author's own computer or network
    INVALID = auto()  # no address
    UNKNOWN = auto()  # above a page that is judged alone


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address leads.

    ``path`` is the file as it is spelled on disk, or what is missing; ``asked`` what the address
    names; ``strays`` and ``climbs`` as in :class:`checks.subjects.addresses.Target`.
    """

    arrival: Arrival
    path: str = ""
    fragment: str = ""
    asked: str = ""
    is_inside: bool = True
    strays: bool = False
    climbs: bool = False

    @property
    def is_detour(self) -> bool:
        """Return whether a server first sends on to the folder's address, which ends in a slash."""
        return bool(self.asked) and self.path.startswith(f"{self.asked}/")


OUTSIDE: Final = {
    Outside.SERVER: Destination(Arrival.ELSEWHERE, is_inside=False),
    Outside.PROGRAM: Destination(Arrival.PROGRAM, is_inside=False),
    Outside.LOCAL: Destination(Arrival.LOCAL, is_inside=False),
    Outside.INVALID: Destination(Arrival.INVALID, is_inside=False),
    Outside.UNKNOWN: Destination(Arrival.UNKNOWN, is_inside=False),
}


class Arrivals:
    """Looks paths up among ``files``, each once."""

    def __init__(self, files: Files, *, whole: bool) -> None:
        """Look nothing up yet; ``whole`` False where only the folders of single pages may be listed."""
        self._files = files
        self._whole = whole
        self._found: dict[str, Destination] = {}
        self._adds_ending = False

    def add_endings(self) -> None:
        """Let the site's server find ``x.html`` for ``x``, as some do."""
        self._adds_ending = True
        self._found.clear()

    def at(self, path: str) -> Destination:
        """Return what a server shows for ``path``."""
        if path not in self._found:
            if len(self._found) >= KEPT:
                self._found.clear()
            self._found[path] = self._look_up(path)
        return self._found[path]

    def _look_up(self, path: str) -> Destination:
        kind = self._files.kind(path)
        if kind is Kind.FILE and not path.endswith("/"):
            return Destination(Arrival.FOUND, path, asked=path)
        if kind is Kind.FOLDER:
            return self._folder(path)
        if self._adds_ending and self._files.kind(path + PAGE) is Kind.FILE:
            return Destination(Arrival.FOUND, path + PAGE, asked=path)
        return self._astray(path) if kind is None else Destination(Arrival.MISSING, path, asked=path)

    def _folder(self, path: str) -> Destination:
        folder = f"{path.strip('/')}/".lstrip("/")
        index = (folder + name for name in INDEX)
        found = next((page for page in index if self._files.kind(page) is Kind.FILE), None)
        if found is None:
            return Destination(Arrival.WITHOUT_INDEX, path, asked=path)
        return Destination(Arrival.FOUND, found, asked=path)

    def _astray(self, path: str) -> Destination:
        """Return what the author of an address to nothing had in mind, if it is there."""
        meant = next((other for other in _decoded(path) if self._files.kind(other) is not None), None)
        if meant is not None:
            return Destination(Arrival.ENCODING, meant, asked=path)
        alike = self._files.alike(path) if self._whole else None
        if alike is None:
            return Destination(Arrival.MISSING, path, asked=path)
        composed = unicodedata.normalize("NFC", path.strip("/")) == unicodedata.normalize("NFC", alike)
        return Destination(Arrival.UNICODE_FORM if composed else Arrival.LETTER_CASE, alike, asked=path)


def _decoded(path: str) -> Iterator[str]:
    """Yield ``path`` as it would be had it been encoded once and in UTF-8: not twice, not in Latin-1."""
    if "%" in path:
        yield unquote(path, errors="surrogateescape")
    if not path.isascii():
        try:
            yield path.encode("utf-8", "surrogateescape").decode("cp1252")
        except UnicodeDecodeError:
            return
