"""What strings in a content stream stand for (ISO 32000-1, 7.3.4)."""

from __future__ import annotations

import re
from typing import Final

_NOT_DIGITS: Final = bytes(set(range(256)) - set(b"0123456789abcdefABCDEF"))
_ESCAPED: Final = re.compile(rb"\\(?:[0-7]{1,3}|\r\n|.?)|\r\n?", re.DOTALL)
_LINE_ENDS: Final = (b"\r\n", b"\r", b"\n")


def literal(string: bytes) -> bytes:
    """Return what a string in parentheses stands for; the last one may be missing (7.3.4.2)."""
    inner = string[1:-1] if string.endswith(b")") else string[1:]
    if b"\\" not in inner and b"\r" not in inner:
        return inner
    return _ESCAPED.sub(lambda found: _SIGNS[found[0]], inner)


def hexadecimal(string: bytes) -> bytes:
    """Return what a string in angle brackets stands for; a digit that is missing is 0 (7.3.4.3)."""
    digits = string.translate(None, _NOT_DIGITS)
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode("ascii"))


class _Signs(dict[bytes, bytes]):
    """Signs by how they are written; a backslash before any other sign means nothing."""

    def __missing__(self, written: bytes) -> bytes:
        return written[1:]


def _by_code() -> dict[bytes, bytes]:
    """Return bytes by their octal codes; of a code above 377 the overflow is ignored."""
    return {
        f"\\{code:0{digits}o}".encode(): bytes((code & 0xFF,))
        for digits in (1, 2, 3)
        for code in range(8**digits)
    }


_SIGNS: Final = _Signs(
    {rb"\n": b"\n", rb"\r": b"\r", rb"\t": b"\t", rb"\b": b"\b", rb"\f": b"\f"}
    | dict.fromkeys((b"\\" + end for end in _LINE_ENDS), b"")  # a line that goes on
    | dict.fromkeys(_LINE_ENDS, b"\n")
    | _by_code()
)
