"""A lock that one process holds, and that the kernel releases when the process is killed."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SOON: Final = 0.01  # seconds between two tries

try:
    import fcntl
except ImportError:  # Windows

    @contextmanager
    def held(path: Path, seconds: float = 0) -> Iterator[bool]:
        """Hold the lock ``path``, or find in so many ``seconds`` that others do; yield whether it is ours."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - where there is flock, nobody needs it

        lock = FileLock(path)
        try:
            lock.acquire(timeout=seconds, poll_interval=_SOON)
        except Timeout:
            yield False
            return
        try:
            yield True
        finally:
            lock.release()

else:

    @contextmanager
    def held(path: Path, seconds: float = 0) -> Iterator[bool]:
        """Hold the lock ``path``, or find in so many ``seconds`` that others do; yield whether it is ours.

        What filelock does here, too; but to load filelock takes longer than to make a page.
        """
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            yield _is_ours(descriptor, time.monotonic() + seconds)
        finally:
            os.close(descriptor)

    def _is_ours(descriptor: int, until: float) -> bool:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= until:
                    return False
                time.sleep(_SOON)
            else:
                return True
