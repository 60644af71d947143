"""Packed bytes, unpacked whole or not at all (ISO 32000-1, 7.4.4; RFC 1950 and 1951)."""

from __future__ import annotations

import zlib
from typing import Final

from checks.documents.later import pypdf
from checks.documents.limits import UNPACKED

_HEADER: Final = 2  # bytes before the packed ones


def unpacked(packed: bytes) -> bytes:
    """Return what was packed; a wrong checksum at the end does no harm, as readers know.

    Raises ``zlib.error`` where bytes are damaged or end early, and ``LimitReachedError`` for a bomb.
    """
    try:
        return _whole(zlib.decompressobj(), packed)
    except zlib.error:
        return _whole(zlib.decompressobj(-zlib.MAX_WBITS), packed[_HEADER:])


def _whole(unpacking: zlib._Decompress, packed: bytes) -> bytes:
    found = unpacking.decompress(packed, UNPACKED)
    if unpacking.eof:
        return found
    if len(found) == UNPACKED:
        raise pypdf.errors.LimitReachedError("unpacked")
    raise zlib.error("the packed bytes end early")
