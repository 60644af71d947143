"""Places in a fetched page: which of the fragments that links name are there."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from urllib.parse import unquote

from checks.subjects.answers import Anchor
from pipeline.errors import TolkbarError
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.page import Tree

MEDIA = {"text/html": ".html", "application/xhtml+xml": ".xhtml"}
_WESTERN = {"iso-8859-1", "latin1", "us-ascii", "windows-1252"}  # one and the same, to a browser
_WINDOWS = {"gzip": 31, "x-gzip": 31, "deflate": 47, "identity": 0, "": 0}  # as zlib takes them
_CHANGING = 'script:not([type="application/ld+json" i]), frameset, meta[http-equiv="refresh" i]'
# Where people write, their ids get a name before theirs, and a script that finds them nevertheless.
_GIVEN = "user-content-"


def unpack(content: bytes, encoding: str, limit: int) -> tuple[bytes, bool] | None:
    """Return at most ``limit`` bytes of what was sent, and whether that is all; None if it is unreadable."""
    window = _WINDOWS.get(encoding.strip().lower())
    if window is None:
        return None
    if not window:
        return content[:limit], len(content) <= limit
    unpacking = zlib.decompressobj(window)
    try:
        unpacked = unpacking.decompress(content, limit)
    except zlib.error:
        return None
    return unpacked, unpacking.eof


def decode(content: bytes, charset: str) -> bytes | str:
    """Return ``content`` as text where the server says that it is in the old charset of the West.

    What the page says of itself is for the parser, as in browsers, and so are all rarer charsets.
    """
    return content.decode("cp1252", "replace") if charset.lower() in _WESTERN else content


def find(content: bytes | str, media: str, fragments: Iterable[str], *, is_whole: bool) -> dict[str, Anchor]:
    """Return for each of ``fragments`` whether it names a place in a page.

    ``content`` is the page's beginning, or with ``is_whole`` all of it.
    """
    try:
        tree = read_page(content, f"page{MEDIA[media]}")
    except TolkbarError:  # a page that would fill the memory
        return dict.fromkeys(fragments, Anchor.UNKNOWN)
    names = _names(tree)
    absent = Anchor.UNKNOWN if not is_whole else Anchor.SCRIPTED if _may_change(tree) else Anchor.MISSING
    return {fragment: Anchor.FOUND if _spellings(fragment) & names else absent for fragment in fragments}


def _names(tree: Tree) -> set[str]:
    """Return the ids of a page, and the names of its old anchors."""
    names = {element.attr("id") or "" for element in tree.document.select("[id]")}
    return names | {element.attr("name") or "" for element in tree.document.select("a[name]")}


def _may_change(tree: Tree) -> bool:
    """Return whether a browser shows more than was sent: a script's work, or another page."""
    return tree.document.select_one(_CHANGING) is not None


def _spellings(fragment: str) -> set[str]:
    names = {fragment, unquote(fragment)}
    return names | {_GIVEN + name for name in names}
