"""Whether packed bytes are whole (ISO 32000-1, 7.4.4; RFC 1950 and 1951)."""

from __future__ import annotations

import zlib
from typing import Final

_STEP: Final = 1 << 20  # bytes unpacked at a time, so that a bomb takes no memory here
_HEADER: Final = 2  # bytes before the packed ones
_MOST: Final = 80_000_000  # bytes; pypdf refuses what has as many


def require_whole(packed: bytes) -> None:
    """Raise ``zlib.error`` where bytes are damaged or end early; a wrong checksum at the end does no harm."""
    try:
        if _ends(zlib.decompressobj(), packed):
            return
    except zlib.error:
        if _ends(zlib.decompressobj(-zlib.MAX_WBITS), packed[_HEADER:]):
            return
    raise zlib.error("the packed bytes end early")


def _ends(unpacking: zlib._Decompress, packed: bytes) -> bool:
    """Return whether the end is reached, or more than anybody reads; raises ``zlib.error``."""
    total, got = 0, 1
    while got and total <= _MOST and not unpacking.eof:
        got = len(unpacking.decompress(packed, _STEP))
        packed = unpacking.unconsumed_tail
        total += got
    return unpacking.eof or total > _MOST
