"""What reading one document may take, and how a process is kept to it, as far as the system can."""

from __future__ import annotations

import faulthandler
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_MB: Final = 1024 * 1024
LARGEST: Final = 64 * _MB  # bytes of a file; larger ones are not read
MEMORY: Final = 256 * _MB  # of the process that reads
UNPACKED: Final = 32 * _MB  # of one stream
FACTS: Final = 32 * _MB  # bytes of the facts, packed: those who judge them have to hold them, too
SECONDS: Final = 10  # of computing, for one document
PATIENCE: Final = 60  # seconds by the clock, for one document on a busy machine

# pypdf's own, below what it allows: they cost one stream, where those above would cost the document.
PYPDF: Final[dict[str, Any]] = {
    "maximum_declared_stream_length": LARGEST,
    "array_based_stream_maximum_output_length": UNPACKED,
    "lzw_maximum_output_length": UNPACKED,
    "run_length_maximum_output_length": UNPACKED,
    "zlib_maximum_output_length": UNPACKED,
    "brotli_maximum_output_length": UNPACKED,
    "zlib_maximum_recovery_input_length": _MB,
    "stream_filters_maximum_length": 8,
    "stream_decoding_work_maximum_length": 128 * _MB,
    "jbig2dec_binary": None,  # nobody looks at pictures here, so no other program is started for them
}


@contextmanager
def bounded() -> Iterator[None]:
    """Let one document be read; a process that takes too long over it ends at once, whatever it is doing."""
    with Path(os.devnull).open("w", encoding="ascii") as nowhere:
        bound_computing()
        faulthandler.dump_traceback_later(PATIENCE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


if sys.platform == "win32":

    def bound_memory() -> None:
        """Leave it to pypdf's limits: the system has none that a process could set itself."""

    def bound_computing() -> None:
        """Leave it to the clock."""

else:
    import resource

    def bound_memory() -> None:
        """Bound the memory of this process for good (Linux does), and let it leave no core behind."""
        _set(resource.RLIMIT_CORE, 0)
        if sys.platform == "linux":
            sizes = Path("/proc/self/statm").read_text(encoding="ascii").split()
            addresses, resident = (int(pages) * resource.getpagesize() for pages in sizes[:2])
            _set(resource.RLIMIT_AS, addresses - resident + MEMORY)

    def bound_computing() -> None:
        """Let this process compute so many seconds more, and no longer."""
        used = resource.getrusage(resource.RUSAGE_SELF)
        _set(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + SECONDS)

    def _set(kind: int, limit: int) -> None:
        """Set a limit, to no more than this process may have."""
        _, highest = resource.getrlimit(kind)
        allowed = limit if highest == resource.RLIM_INFINITY else min(limit, highest)
        resource.setrlimit(kind, (allowed, highest))
