"""Where the verdicts of earlier runs are kept: beside a site that is made here, else in the user's cache.

Nothing in it is anybody's work: where it cannot be read, the run goes on without; where it cannot be
written, or another process is writing, the run reads what there is and keeps nothing.  In the cache of a
user, what nobody has asked for longest makes room.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from pipeline.errors import PublishError
from pipeline.files import WORK
from pipeline.state import State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType
    from typing import TypeVar

    T = TypeVar("T")

OWN: Final = f"{WORK}/verdicts.sqlite"
ROOM: Final = 1 << 30  # bytes of all stores in a user's cache
_SECONDS: Final = 2.0  # of work that a kill may lose
_PATIENCE: Final = 0.5  # seconds to wait for another process that writes: it may do so for minutes
_NAME: Final = 16  # bytes


class Verdicts:
    """A store that may keep nothing (:class:`checks.hearing.Store`); a context that ends with the run."""

    def __init__(self, folder: Path | None, name: str) -> None:
        """Open the store ``name`` in ``folder``, where there is one and that can be."""
        self._state: State | None = None
        self._saved = time.monotonic()
        self._is_written = True
        if folder is not None:
            with contextlib.suppress(PublishError, OSError):
                self._state = State(folder, name, patience=_PATIENCE)

    def __enter__(self) -> Self:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Keep what was written; where that cannot be, nothing is lost but time."""
        state, self._state = self._state, None
        if state is not None:
            with contextlib.suppress(PublishError, sqlite3.Error, OSError):
                state.close()

    def read(self, name: str, key: str) -> bytes | None:
        """Return what is kept."""
        return self._try(lambda state: state.read(name, key))

    def write(self, name: str, key: str, value: bytes) -> None:
        """Keep a value; now and then all that was written is made fast."""
        self._change(lambda state: state.write(name, key, value))
        if time.monotonic() - self._saved > _SECONDS:
            self._change(State.save)
            self._saved = time.monotonic()

    def keys(self, name: str) -> Sequence[str]:
        """Return the keys of a table."""
        return self._try(lambda state: state.keys(name)) or ()

    def forget(self, name: str, key: str) -> None:
        """Keep nothing for a key any more."""
        self._change(lambda state: state.forget(name, key))

    def _change(self, do: Callable[[State], None]) -> None:
        """Change the store; after the first fault it is only read."""
        if self._state is not None and self._is_written:
            try:
                do(self._state)
            except (PublishError, sqlite3.Error, OSError):
                self._is_written = False

    def _try(self, ask: Callable[[State], T]) -> T | None:
        """Return an answer of the store; the first fault of the disk is the end of it."""
        if self._state is None:
            return None
        try:
            return ask(self._state)
        except (PublishError, sqlite3.Error, OSError):
            state, self._state = self._state, None
            with contextlib.suppress(PublishError, sqlite3.Error, OSError):
                state.close()
        return None


def of_site(root: Path) -> Verdicts:
    """Return the store of a site that is made at ``root``."""
    return Verdicts(root, OWN)


def of_any(roots: Sequence[Path]) -> Verdicts:
    """Return the store of the foreign sites at ``roots`` in the user's cache, and make room there."""
    folder = cache_folder()
    if folder is None:
        return Verdicts(None, "")
    whole = blake2b("\0".join(str(root.resolve()) for root in roots).encode("utf-8", "surrogateescape"))
    name = f"{whole.hexdigest()[: 2 * _NAME]}.sqlite"
    _make_room(folder, name)
    return Verdicts(folder, name)


def cache_folder() -> Path | None:
    """Return the folder for what the user's programs may lose (XDG Base Directory Specification).

    None where the user has no home: in a container, an account by number alone.
    """
    places = (os.environ.get("XDG_CACHE_HOME", ""), os.path.expanduser("~/.cache"))  # noqa: PTH111 - never raises
    return next((Path(place, "tolkbar") for place in places if os.path.isabs(place)), None)  # noqa: PTH117


def _make_room(folder: Path, name: str) -> None:
    """Delete the stores that nobody has asked for longest, until the others have room."""
    with contextlib.suppress(OSError):
        found = {path: path.stat() for path in folder.glob("*.sqlite") if not path.is_symlink()}
        room = ROOM
        for path in sorted(found, key=lambda path: (path.name != name, -found[path].st_mtime)):
            room -= found[path].st_size
            if room < 0 and path.name != name:
                path.unlink()
