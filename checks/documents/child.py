"""A process that reads documents, one after another: who sends a hostile one kills nothing but it."""

from __future__ import annotations

import signal
import struct
import subprocess
import sys
import time
import weakref
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Final

from checks.documents import limits
from checks.documents.replies import packed
from checks.documents.unreadable import Unreadable
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Callable

_LENGTH: Final = struct.Struct(">Q")
# It finds its modules where this process finds them, and reads no settings from its surroundings.
_BOOT: Final = "import sys; sys.path[:] = sys.argv[1:]; from checks.documents.serving import serve; serve()"


class Child:
    """The process, seen from the one that needs it; it starts with the first document."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = lambda: None

    @property
    def is_running(self) -> bool:
        """Return whether the process has been started, and so has read other documents before the next."""
        return self._process is not None

    def ask(self, content: bytes) -> bytes:
        """Return what was read of a document, packed; where the process died of it, why.

        Raises ``TolkbarError`` where no process can be started.
        """
        process = self._process or self._start()
        began = time.monotonic()
        try:
            send(process.stdin, content)
            reply = receive(process.stdout)
        except OSError:
            reply = None
        return self._post_mortem(process, began) if reply is None else reply

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._end()
        self._process = None

    def _start(self) -> subprocess.Popen[bytes]:
        arguments = [sys.executable, "-I", "-c", _BOOT, *filter(None, sys.path)]
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this Python, with our own code
                arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        except OSError as error:
            raise TolkbarError(
                msg("No process can be started to read documents: {reason}.", reason=str(error.strerror)),
                Location(sys.executable, 1),
            ) from error
        self._end = weakref.finalize(self, _end, self._process)  # at the latest with this process
        return self._process

    def _post_mortem(self, process: subprocess.Popen[bytes], began: float) -> bytes:
        """Return what a process died of that ``began`` to read its last document at that time."""
        self.close()
        computed_too_long = process.returncode == -getattr(signal, "SIGXCPU", 0)
        if computed_too_long or time.monotonic() - began >= limits.PATIENCE:
            return packed(Unreadable("time"))
        return packed(Unreadable("crash", str(process.returncode)))


def send(stream: IO[bytes] | None, content: bytes) -> None:
    """Send a message that :func:`receive` receives."""
    if stream is not None:
        stream.write(_LENGTH.pack(len(content)))
        stream.write(content)
        stream.flush()


def receive(stream: IO[bytes] | None) -> bytes | None:
    """Return the next message; None where there is none, or not the whole of it."""
    head = b"" if stream is None else stream.read(_LENGTH.size)
    if stream is None or len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process; one that is dead already keeps what it died of."""
    process.poll()
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):  # of what was to be written still, and nobody reads any more
                stream.close()
