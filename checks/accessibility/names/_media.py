"""What an ``object`` or an image shows: which kind of file, and whether a browser can have it."""

from __future__ import annotations

import re
from mimetypes import MimeTypes
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from checks.dom.tree import Node

_TYPES: Final = MimeTypes()  # as Python knows them, and not the machine that it runs on
for _ending, _type in {".avif": "image/avif", ".webp": "image/webp", ".opus": "audio/ogg"}.items():
    _TYPES.add_type(_type, _ending)
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DATA: Final = re.compile(r"data:([a-z]+)/", re.IGNORECASE)


def media_type(node: Node) -> str | None:
    """Return "image", "audio", "video" or the like for the resource of an ``object``.

    None where it has none, or a file of this site that does not exist.
    """
    address = node.get("data").strip()
    if not can_load(node, address):
        return None
    data = _DATA.match(address)
    if data is not None:
        return data[1].lower()
    path = unquote(re.split(r"[?#]", address, maxsplit=1)[0])
    full = node.get("type").strip().lower() or _TYPES.guess_type(path)[0] or ""
    return full.partition("/")[0] or None


def can_load(node: Node, address: str) -> bool:
    """Return whether ``address`` leads to a file of the site, or elsewhere, where we cannot see."""
    if not address:
        return False
    return bool(_ELSEWHERE.match(address)) or node.dom.surroundings.follow(address) is not None
