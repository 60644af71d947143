"""The addresses in a style sheet: ``url()``, ``src()`` and ``@import`` (CSS Values and Units 4, 4.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# A string that nothing closes ends with its line (CSS Syntax 3, 4.3.5), and no place is read twice.
_STRING: Final = r""""(?:[^"\\\n]|\\.?)*+(?:"|(?=\n)|\Z)|'(?:[^'\\\n]|\\.?)*+(?:'|(?=\n)|\Z)"""
_BARE: Final = r"""[^\s"'()\\]*+(?:\\.[^\s"'()\\]*+)*+"""
# Comments and strings are passed over; what follows @namespace is a name and no address.
_TOKEN: Final = re.compile(
    rf"""/\*.*?(?:\*/|\Z)
      | (?P<name> @namespace\b [^;{{}}"'(]*+ (?: url\( \s*+ )?+ (?:{_STRING})?+ )
      | @import \s*+ (?P<imported> {_STRING} )
      | (?<![\w-]) (?:url|src)\( \s*+ (?: (?P<quoted> {_STRING} ) | (?P<bare> {_BARE} ) ) \s*+ \)
      | {_STRING}
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ESCAPE: Final = re.compile(r"\\(?:([0-9A-Fa-f]{1,6})\s?|\r?\n|(.))", re.DOTALL)
_LAST: Final = 0x10FFFF


def sheet_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Yield where in ``text`` each address begins, and the address, its escapes read."""
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind is None or kind == "name":
            continue
        written = found[kind]
        address = written if kind == "bare" else written[1:-1]
        yield found.start(kind), _ESCAPE.sub(_read, address) if "\\" in address else address


def _read(escape: re.Match[str]) -> str:
    if escape[1]:
        code = int(escape[1], 16)
        return chr(code) if 0 < code <= _LAST and not 0xD800 <= code <= 0xDFFF else "\ufffd"  # noqa: PLR2004 - the surrogates
    return escape[2] or ""
