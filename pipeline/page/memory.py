"""A bound on the memory that the parser may take for one page.

By the standard a few kilobytes of markup can mean millions of elements: formatting that is never closed
begins anew in every paragraph.  No look at the markup tells how many, so the memory itself is
bounded, where the system lets a process bound its own (Linux does).
"""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Final

from pipeline.errors import LimitError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGS: Final = 4096  # a page of fewer cannot take much, whatever it means
_ROOM: Final = 512 * 1024**2  # bytes; 8 MB of usual markup take 300


@contextmanager
def bounded(content: str | bytes, path: str) -> Iterator[None]:
    """Let ``content``, the page ``path``, be parsed; raise ``LimitError`` where it would take too much."""
    tags = content.count("<") if isinstance(content, str) else content.count(b"<")
    try:
        with _limited() if tags > _TAGS else nullcontext():
            yield
    except MemoryError:
        raise LimitError(
            msg("The page takes too much memory. Close the tags in it, or split it into several pages."),
            Location(path, 1),
        ) from None


if sys.platform == "linux":
    import resource
    from pathlib import Path

    @contextmanager
    def _limited() -> Iterator[None]:
        """Let the process grow by so much and no more."""
        before, highest = resource.getrlimit(resource.RLIMIT_AS)
        limit = _taken() + _ROOM
        if before == resource.RLIM_INFINITY or limit < before:
            resource.setrlimit(resource.RLIMIT_AS, (limit, highest))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_AS, (before, highest))

    def _taken() -> int:
        """Return how many bytes of addresses the process has."""
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
        return int(pages) * resource.getpagesize()

else:
    _limited = nullcontext
