"""When a file may be believed to be what it was without being read again.

As git does with its index: a file whose size, times and inode number are those that it had when it was
read has not changed since.  But a file that was changed twice within one tick of the file system's clock
looks the same after the second change as after the first; so a file is believed only if it had rested
for longer than that when it was read.
"""

from __future__ import annotations

import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from pipeline.files import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from pipeline.state import State

Sight = tuple[int, int, int, int]
"""Size, time of the last change of the content and of anything at all, inode number: ``stat(2)``."""

TABLE: Final = "digests"

NOTHING: Final[Sight] = (-1, -1, -1, -1)
"""What is seen where there is no file."""

_SECOND: Final = 10**9
_FINE: Final = _SECOND // 10  # no clock of a file system that keeps parts of a second ticks more slowly
_COARSE: Final = 3 * _SECOND  # FAT counts in twos


def sight(path: str) -> Sight:
    """Return what can be seen of a file without opening it."""
    try:
        facts = os.stat(path)  # noqa: PTH116 - asked for every file of a site
    except OSError:
        return NOTHING
    return facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns, facts.st_ino


def is_settled(seen: Sight, now: int) -> bool:
    """Tell whether a file that looked so when it was read, ``now``, can only have changed visibly since.

    ``now`` is the file system's own time, in nanoseconds (:meth:`pipeline.state.State.now`).
    """
    _, modified, changed, _ = seen
    tick = _FINE if modified % _SECOND and changed % _SECOND else _COARSE
    return max(modified, changed) + tick < now


class Digests:
    """A site's files: read where somebody wants the bytes, or where an earlier run saw them stand otherwise.

    Each is looked at once a run.  Names are relative to the root.
    """

    def __init__(self, root: Path, state: State | None) -> None:
        """Take what earlier runs have seen; without ``state``, read whatever is asked about."""
        self._root = os.fspath(root)
        self._state = state
        self._seen: dict[str, Any] = state.table(TABLE) if state else {}
        self._digests: dict[str, str] = {}
        self._contents: dict[str, bytes | None] = {}

    def of(self, name: str) -> str:
        """Return the digest of a file's bytes, nothing where there is no file.

        Raises OSError for a file that cannot be read, as :meth:`read` does.
        """
        if name not in self._digests:
            kept = self._seen.get(name)
            if kept and tuple(kept[1:]) == sight(f"{self._root}/{name}"):
                self._digests[name] = kept[0]
            else:
                self.read(name)
        return self._digests[name]

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, None where there is none; from now on, its digest is that of these."""
        if name not in self._contents:
            path = f"{self._root}/{name}"
            now, seen = self._state.now() if self._state else 0, sight(path)  # a change after this is seen
            content = self._contents[name] = read_bytes(path)
            self._digests[name] = _digest(content)
            if content is not None and is_settled(seen, now):
                self._seen[name] = (self._digests[name], *seen)
            else:
                self._seen.pop(name, None)
        return self._contents[name]

    def wrote(self, name: str, content: bytes) -> None:
        """Take note of what has been written to a file; the next run will look for itself."""
        self._contents[name], self._digests[name] = content, _digest(content)
        self._seen.pop(name, None)

    def forget(self, name: str) -> None:
        """Look at a file again: somebody else has written it."""
        self._contents.pop(name, None)
        self._digests.pop(name, None)


def _digest(content: bytes | None) -> str:
    return "" if content is None else blake2b(content, digest_size=16).hexdigest()
