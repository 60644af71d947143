"""Where the data of an inline image end (ISO 32000-1, 8.9.7): no length need be stated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_EI: Final = re.compile(rb"[\0\t\n\f\r ]{0,2}EI(?![A-Za-z0-9*'\"])")
_LONE_EI: Final = re.compile(rb"(?<=[\0\t\n\f\r >])EI(?=[\0\t\n\f\r ]|\Z)")
_COMPONENTS: Final = {"/G": 1, "/DeviceGray": 1, "/RGB": 3, "/DeviceRGB": 3, "/CMYK": 4, "/DeviceCMYK": 4}
_TEXT: Final = frozenset(b"\t\n\f\r") | frozenset(range(0x20, 0x7F))
_AHEAD: Final = 24  # bytes that tell whether content goes on


def end_of_image(data: bytes, start: int, entries: Mapping[str, Any]) -> int:
    """Return where content goes on after the image whose ``ID`` ends at ``start``; the end if it never does.

    Its length where that is stated or follows from its size; else the first ``EI`` before bytes of text.
    """
    length = _length(entries)
    stated = None if length is None else _EI.match(data, start + 1 + length)
    if stated is not None:
        return stated.end()
    for found in _LONE_EI.finditer(data, start):
        if _TEXT.issuperset(data[found.end() : found.end() + _AHEAD]):
            return found.end()
    return len(data)


def _length(entries: Mapping[str, Any]) -> int | None:
    """Return how many bytes the data have, if the entries say so (ISO 32000-2 has L)."""
    stated = _whole(entries, "/L", "/Length")
    if stated is not None:
        return stated
    if "/F" in entries or "/Filter" in entries:
        return None
    width, height = _whole(entries, "/W", "/Width"), _whole(entries, "/H", "/Height")
    bits = _bits(entries)
    return None if width is None or height is None or bits is None else (width * bits + 7) // 8 * height


def _bits(entries: Mapping[str, Any]) -> int | None:
    """Return the bits of one pixel; None where a colour space of the resources decides."""
    if True in (entries.get("/IM"), entries.get("/ImageMask")):
        return 1
    space = entries.get("/CS", entries.get("/ColorSpace"))
    components = 1 if isinstance(space, list) else _COMPONENTS.get(space) if isinstance(space, str) else None
    depth = _whole(entries, "/BPC", "/BitsPerComponent")
    return None if components is None or depth is None else components * depth


def _whole(entries: Mapping[str, Any], *names: str) -> int | None:
    """Return the first of the entries that is a number one can count bytes with."""
    for name in names:
        value = entries.get(name)
        if isinstance(value, float) and 0 <= value < 2**31:
            return int(value)
    return None
