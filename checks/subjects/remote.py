"""The files below an address: an object store, an archive file, whatever fsspec reads (``tolkbar[cluster]``).

Whoever wants to know every file lists them once, a request for a thousand names; where nobody does, as on
the machines of a cluster, each question about a name is a request, and asked once.  Each file that is read
takes two: how large it is, and what is in it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from contextlib import contextmanager
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checks.subjects.files import Files, Kind, readable
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.witness import Witness
    from pipeline.model import Message

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*(?:::[a-z][a-z0-9+.-]*)*://", re.IGNORECASE)
_WEB: Final = ("http://", "https://")
_NOWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:/*", re.IGNORECASE)
_ARCHIVE: Final = re.compile(r"(?P<kind>zip|tar)://(?P<path>[^:]+)", re.IGNORECASE)
_SECRET: Final = re.compile(r"(?<=://)[^/@]*@")
_LONGEST: Final = 200  # characters of what others say about their faults
_AFTER_SLASH: Final = "0"  # the character that follows the slash in Unicode


def is_address(path: str) -> bool:
    """Return whether ``path`` names a place on a file system of fsspec: ``s3://bucket/site``."""
    return _ADDRESS.match(path) is not None


class Size(NamedTuple):
    """As much of the facts about a file as its readers ask for."""

    st_size: int


class RemotePath:
    """A folder or a file below an address: of a ``Path``, what those use who read it."""

    def __init__(self, address: str, path: str = "") -> None:
        """Open nothing yet; ``path`` is below ``address``."""
        self.address = address
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        """Return what opens the same place in another process, with the rights that one has."""
        return RemotePath, (self.address, self._path)

    def __truediv__(self, path: str) -> RemotePath:
        """Return what ``path`` names below this."""
        return RemotePath(self.address, f"{self._path}/{path}".strip("/"))

    def __str__(self) -> str:
        """Return it for people, without the password that an address may hold."""
        shown = _SECRET.sub("", self.address)
        return f"{shown.rstrip('/')}/{self._path}" if self._path else shown

    def absolute(self) -> RemotePath:
        """Return it as it is: an address is the same everywhere."""
        return self

    resolve = absolute

    def files(self, witness: Witness | None = None) -> RemoteFiles:
        """Return the files below it; ``witness`` hears what is asked of them."""
        return RemoteFiles(self, witness)

    def kind(self) -> Kind | None:
        """Return what it names; None where there is nothing."""
        with self.reading():
            try:
                found = self._system.info(self._whole)["type"]
            except FileNotFoundError:
                return None
        return Kind.FOLDER if found == "directory" else Kind.FILE

    def stat(self) -> Size:
        """Return how large the file is; raises ``FileNotFoundError``, or ``TolkbarError``."""
        with self.reading():
            return Size(self._system.info(self._whole)["size"] or 0)

    def read_bytes(self, length: int | None = None) -> bytes:
        """Return what is in the file, or its first bytes; raises as ``stat``."""
        with self.reading():
            content: bytes = self._system.cat_file(self._whole, end=length)
            return content

    def entries(self) -> Iterator[tuple[str, int]]:
        """Yield every file below it with its size, in any order; raises ``TolkbarError``.

        Folders at the top are listed one after another, so that what the system says of each file, which
        is much, need not be held of all.
        """
        with self.reading():
            for entry in self._system.ls(self._whole, detail=True):
                if entry["type"] != "directory":
                    yield from self._entry(entry)
                elif entry["name"].strip("/") != self._whole.strip("/"):
                    for below in self._system.find(entry["name"], detail=True).values():
                        yield from self._entry(below)

    def _entry(self, entry: dict[str, Any]) -> Iterator[tuple[str, int]]:
        """Yield a file's path below this; nothing of the objects that stand for folders in some stores."""
        name: str = entry["name"]
        before = self._whole.strip("/")
        if entry["type"] == "file" and not name.endswith("/"):
            yield name.strip("/").removeprefix(before).strip("/"), entry["size"] or 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Say in one line what goes wrong in the context; raises ``FileNotFoundError`` as it is."""
        try:
            yield
        except (FileNotFoundError, TolkbarError):
            raise
        except ImportError as error:
            fault = msg("What reads such addresses is not installed: {reason}.", reason=_reason(error))
            raise TolkbarError(fault, Location(readable(str(self)), 1)) from error
        except Exception as error:  # every file system has exceptions of its own
            fault = msg(
                "The address cannot be read: {reason}. Check it, and the rights of whoever reads it.",
                reason=_reason(error),
            )
            raise TolkbarError(fault, Location(readable(str(self)), 1)) from error

    @property
    def on_disk(self) -> Path | None:
        """Return the folder of this machine's disk that an address of the kind ``file:`` names; else None."""
        from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415 - as in ``_opened``

        return Path(self._whole) if isinstance(self._system, LocalFileSystem) else None

    @property
    def _system(self) -> Any:  # noqa: ANN401 - fsspec ships no types
        return _opened(self.address)[0]

    @property
    def _whole(self) -> str:
        base = _opened(self.address)[1]
        return "/".join(filter(None, (base.rstrip("/"), self._path))) or base


def _reason(error: Exception) -> str:
    reason = " ".join(str(error).split())[:_LONGEST].rstrip(".") or type(error).__name__
    return _SECRET.sub("", reason)


@cache
def _opened(address: str) -> tuple[Any, str]:
    """Return the file system of an address, and the path there."""
    from fsspec.core import url_to_fs  # noqa: PLC0415 - most sites lie on the disk

    system, path = url_to_fs(address, use_listings_cache=False)
    return system, path


def place_of(path: str) -> Path | RemotePath:
    """Return the folder that an address names; raises ``TolkbarError`` where there is none.

    ``file:`` leads to the disk.
    """
    whole = Location(_SECRET.sub("", path), 1)
    if fault := _misspelt(path):
        raise TolkbarError(fault, whole)
    try:
        import fsspec  # noqa: F401, PLC0415 - most sites lie on the disk
    except ImportError as error:
        raise TolkbarError(msg("Addresses are read by fsspec. Install tolkbar[cluster]."), whole) from error
    place = RemotePath(path)
    if place.kind() is not Kind.FOLDER:
        raise TolkbarError(
            msg("There is no folder at this address. Check its spelling; name a folder, not a page."), whole
        )
    return place.on_disk or place


def _misspelt(path: str) -> Message | None:
    """Return what to write in place of an address that people write and fsspec takes for another."""
    if path.lower().startswith(_WEB):
        return msg("Sites are judged from their files, not from a server. Name where the files lie.")
    if _NOWHERE.fullmatch(path):
        return msg("The address names no folder. Write it to its end: file:///srv/www/site.")
    if archive := _ARCHIVE.fullmatch(path):
        return msg(
            "An archive file stands behind two colons. Write {address}.",
            address=f"{archive['kind']}://::{archive['path']}",
        )
    return None


class RemoteFiles(Files):
    """The files below ``root``."""

    def __init__(self, root: RemotePath, witness: Witness | None = None) -> None:
        """List nothing yet."""
        super().__init__(witness)
        self.root = root
        self._kinds: dict[str, Kind | None] = {}
        self._is_listed = False

    def kind(self, path: str) -> Kind | None:
        """Return what ``path`` names, letter for letter; None where nothing has that name."""
        path = path.strip("/")
        if self._is_listed or not path:
            return self._listed_kind(path)
        if path not in self._kinds:
            self._kinds[path] = (self.root / path).kind()
        return self._kinds[path]

    def alike(self, path: str) -> str | None:
        """Return what differs from ``path`` only in letter case or Unicode form, where names are listed."""
        return super().alike(path) if self._is_listed else None

    def walk(self) -> Iterator[str]:
        """Yield every file in stable order; hidden folders are not entered."""
        self._is_listed = True
        return super().walk()

    def left_out(self) -> Iterator[str]:
        """Yield nothing: there are no links."""
        return iter(())

    @cached_property
    def _all(self) -> tuple[Sequence[str], Sequence[int]]:
        """Return all paths, in order, and their sizes: some 120 bytes of memory for each."""
        entries = sorted(self.root.entries())
        return [path for path, _ in entries], array("q", [size for _, size in entries])

    def _listed_kind(self, path: str) -> Kind | None:
        paths, _ = self._all
        if not path or _begins(paths, f"{path}/", bisect_left(paths, f"{path}/")):
            return Kind.FOLDER
        return None if self._position(path) is None else Kind.FILE

    def _position(self, path: str) -> int | None:
        paths, _ = self._all
        at = bisect_left(paths, path)
        return at if at < len(paths) and paths[at] == path else None

    def _listing(self, folder: str) -> dict[str, Kind]:
        return self._scan(folder)  # found among all paths: a second copy of a million names serves nobody

    def _scan(self, folder: str) -> dict[str, Kind]:
        paths, _ = self._all
        prefix = f"{folder}/" if folder else ""
        found: dict[str, Kind] = {}
        at = bisect_left(paths, prefix)
        while _begins(paths, prefix, at):
            name, slash, _ = paths[at].removeprefix(prefix).partition("/")
            found[name] = Kind.FOLDER if slash else Kind.FILE
            at = bisect_left(paths, f"{prefix}{name}{_AFTER_SLASH}", at) if slash else at + 1
        return found

    def _name(self, path: str) -> str:
        return readable(str(self.root / path))

    def _size(self, path: str) -> int | None:
        if self._is_listed:
            at = self._position(path)
            return None if at is None else self._all[1][at]
        try:
            return (self.root / path).stat().st_size
        except FileNotFoundError:
            return None

    def _content(self, path: str) -> bytes | None:
        try:
            return (self.root / path).read_bytes()
        except FileNotFoundError:
            return None

    def _beginning(self, path: str, length: int) -> bytes:
        try:
            return (self.root / path).read_bytes(length)
        except (FileNotFoundError, TolkbarError):
            return b""


def _begins(paths: Sequence[str], prefix: str, at: int) -> bool:
    return at < len(paths) and paths[at].startswith(prefix)
