"""Which code judges: verdicts that other code has found are not believed."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from inspect import getfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

import checks
from pipeline import errors, model, page, placeholder, po

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIBRARIES: Final = (
    "Babel",
    "fonttools",
    "msgspec",
    "phonenumbers",
    "pypdf",
    "rapidfuzz",
    "snowballstemmer",
    "tinycss2",
    "turbohtml",
    "webencodings",
)
_GROUND_FLOOR: Final = (errors, model, page, placeholder, po)
_ENDINGS: Final = frozenset({".py", ".txt", ".toml", ".css"})  # code and the data that it reads


@cache
def code_version() -> str:
    """Return the digest of all code and data that verdicts on pages come from, and of the libraries below."""
    whole = blake2b(sys.version.encode(), digest_size=16)
    for path in _files():
        content = path.read_bytes()
        whole.update(b"%d:" % len(content) + content)
    whole.update(" ".join(map(version, _LIBRARIES)).encode())
    return whole.hexdigest()


def _files() -> Iterator[Path]:
    for folder in checks.__path__:
        yield from _below(Path(folder))
    for room in _GROUND_FLOOR:
        path = Path(getfile(room))
        yield from _below(path.parent) if path.stem == "__init__" else [path]


def _below(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*")) if path.suffix in _ENDINGS and path.is_file())
