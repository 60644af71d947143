"""The addresses in a web app manifest (W3C Web Application Manifest), with where they stand in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# What opens a string takes all there is where nothing closes it, so that no place is read twice.
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.?)*+(?:"|\Z)|[{}\[\]:,]', re.DOTALL)
# Where in the manifest an address may stand: its members from the outside in.
_MEMBERS: Final = {
    ("start_url",),
    ("scope",),
    ("icons", "src"),
    ("screenshots", "src"),
    ("shortcuts", "url"),
    ("shortcuts", "icons", "src"),
    ("share_target", "action"),
    ("file_handlers", "action"),
    ("file_handlers", "icons", "src"),
    ("serviceworker", "src"),
}
_DEEPEST: Final = 8  # no address of a manifest is nested deeper
_OPENING: Final = {"{", "["}
_CLOSING: Final = {"}", "]"}
_BEFORE_VALUE: Final = ":"
_SIGNS: Final = {_BEFORE_VALUE, ","} | _OPENING | _CLOSING


def manifest_addresses(text: str) -> Iterator[tuple[int, str]]:
    """Yield where in ``text`` each address begins, and the address; what is no JSON has few."""
    around: list[str] = []  # the names of the members that the place stands in
    name, is_value = "", False
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token in _OPENING:
            around.append(name)
        elif token in _CLOSING:
            del around[-1:]
        if token in _SIGNS:
            is_value = token == _BEFORE_VALUE
            name = name if is_value else ""
        elif not is_value:
            name = _text(token)
        elif len(around) <= _DEEPEST and (*filter(None, around), name) in _MEMBERS:
            yield found.start() + 1, _text(token)


def _text(token: str) -> str:
    try:
        return str(json.loads(token, strict=False))
    except ValueError:
        return token[1:-1]
