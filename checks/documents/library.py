"""The facts of documents: each document is read once, in a process of its own."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, Self

from checks import values
from checks.code import files_below, fingerprint
from checks.documents.child import Child
from checks.documents.facts import Facts
from checks.documents.limits import LARGEST
from checks.documents.replies import unpacked
from checks.documents.told import Reading, Told
from checks.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from types import TracebackType

_KEPT: Final = 64 * 1024 * 1024  # bytes of packed facts that a run remembers
_TABLE: Final = "documents"
_DIGEST: Final = 32  # bytes
_LIBRARIES: Final = ("pypdf", "fonttools", "msgspec")


class Store(Protocol):
    """What keeps bytes from run to run, by table and key."""

    def read(self, name: str, key: str, /) -> bytes | None:
        """Return what is kept."""

    def write(self, name: str, key: str, value: bytes, /) -> None:
        """Keep a value in place of another."""


class Library:
    """What is known of documents; a context that ends with the process that reads them."""

    def __init__(self, store: Store | None = None) -> None:
        """Remember nothing yet but what ``store`` kept in earlier runs."""
        self._child = Child()
        self._store = store
        self._kept: dict[bytes, bytes] = {}
        self._unreadable: dict[bytes, Unreadable] = {}
        self._room = _KEPT
        self._told: Told | None = None

    def __enter__(self) -> Self:
        """Return the library."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process that reads."""
        self.close()

    def close(self) -> None:
        """End the process that reads; the next document starts another."""
        self._child.close()

    def tell(self, name: str, reading: Reading) -> None:
        """Take in what another machine has read of the document ``name``, so that nobody reads it here."""
        if self._told is None:
            self._told = Told()
        self._told.add(name, reading)

    def told(self, name: str) -> Reading | None:
        """Return what another machine has read of the document ``name``, if one has."""
        return self._told.get(name) if self._told else None

    def facts(self, name: str, content: bytes) -> Facts | Unreadable:
        """Return what the document ``content`` holds; ``name`` is its place in the store.

        Raises ``TolkbarError`` where no process can be started to read it.
        """
        if len(content) > LARGEST:
            return Unreadable("size")
        key = blake2b(content, digest_size=_DIGEST).digest()
        if key in self._unreadable:
            return self._unreadable[key]
        stored = self._stored(name, key)
        known = self._kept.get(key) or stored
        found = _opened(known) if known is not None else None
        if known is None or found is None:
            return self._read(name, key, content)
        self._keep(name, key, known, is_stored=stored is not None)
        return found

    def _stored(self, name: str, key: bytes) -> bytes | None:
        """Return what the store has of this document, as this code reads it."""
        kept = self._store.read(_TABLE, name) if self._store is not None else None
        return kept[_DIGEST:] if kept is not None and kept[:_DIGEST] == _sealed(key) else None

    def _read(self, name: str, key: bytes, content: bytes) -> Facts | Unreadable:
        is_worn = self._child.is_running
        reply = self._child.ask(content)
        found = _opened(reply) or Unreadable("crash", "reply")
        if isinstance(found, Facts) or found.is_certain:
            self._keep(name, key, reply)
            return found
        self._child.close()
        if is_worn and found.why != "time":  # of the documents before, perhaps: a new process tells
            return self._read(name, key, content)
        self._unreadable[key] = found
        return found

    def _keep(self, name: str, key: bytes, reply: bytes, *, is_stored: bool = False) -> None:
        if key not in self._kept and len(reply) <= self._room:
            self._room -= len(reply)
            self._kept[key] = reply
        if self._store is not None and not is_stored:
            self._store.write(_TABLE, name, _sealed(key) + reply)


def _opened(content: bytes) -> Facts | Unreadable | None:
    try:
        return unpacked(content)
    except ValueError:  # of another version, or damaged
        return None


def _sealed(key: bytes) -> bytes:
    """Return the digest of a document and of everything that reads it."""
    return blake2b(key + _reader(), digest_size=_DIGEST).digest()


@cache
def _reader() -> bytes:
    """Return the digest of the code that reads documents: another reads other facts."""
    folders = (str(Path(__file__).parent), *values.__path__)
    return fingerprint(chain.from_iterable(map(files_below, folders)), _LIBRARIES).encode()
