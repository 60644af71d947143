"""The files of the candidate, and of our own assets: found by their address, or not at all."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import Final

ASSETS: Final = Path(__file__).parent / "assets"

_TEXT: Final = frozenset({"text/html", "text/css", "text/javascript", "application/json", "image/svg+xml"})
_TYPES: Final = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
_NAMELESS: Final = frozenset({"", ".", ".."})


def find(folder: Path, address: str) -> Path | None:
    """Return the file below ``folder`` that the decoded ``address`` names; None where there is none.

    A folder's file is its ``index.html``.  Hidden files, links, and whatever leads out are not there.
    """
    names = address.split("/")
    if names and names[-1] == "":
        names[-1] = "index.html"
    if any(not _is_plain(name) for name in names):
        return None
    path = folder.joinpath(*names)
    try:
        is_link = any((folder / Path(*names[:depth])).is_symlink() for depth in range(1, len(names) + 1))
        return path if path.is_file() and not is_link else None
    except (OSError, ValueError):  # a name that is too long, or that the system cannot spell
        return None


def content_type(path: Path) -> str:
    """Return the type that a browser shall take a file for."""
    guessed = (
        _TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )
    return f"{guessed}; charset=utf-8" if guessed in _TEXT else guessed


def _is_plain(name: str) -> bool:
    return name not in _NAMELESS and not name.startswith(".") and not set(name) & set("\\\0:")
