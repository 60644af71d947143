"""Bytes → text by the charset that a file names: a page in XML, a style sheet."""

from __future__ import annotations

import codecs
from typing import Final

_UTF_8: Final = "utf-8"
# Python decodes these too, but they are no charsets; the first would take hours for a page.
_NONE: Final = frozenset({"punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined"})


def decoded(content: bytes, name: str) -> str:
    """Return ``content`` in the charset ``name``, or in UTF-8 where that is none; faults are replaced."""
    try:
        return content.decode(_UTF_8 if codecs.lookup(name).name in _NONE else name, "replace")
    except (LookupError, ValueError):
        return content.decode(_UTF_8, "replace")
