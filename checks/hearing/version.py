"""Which code judges: verdicts that other code has found are not believed."""

from __future__ import annotations

import os
import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from inspect import getfile
from typing import TYPE_CHECKING, Final

import checks
from pipeline import errors, model, page, placeholder, po

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIBRARIES: Final = (
    "Babel",
    "PyStemmer",
    "fonttools",
    "msgspec",
    "phonenumbers",
    "pypdf",
    "rapidfuzz",
    "tinycss2",
    "turbohtml",
    "webencodings",
)
_GROUND_FLOOR: Final = (errors, model, page, placeholder, po)
_ENDINGS: Final = (".py", ".txt", ".toml", ".css")  # code and the data that it reads


@cache
def code_version() -> str:
    """Return the digest of all code and data that verdicts on pages come from, and of the libraries below."""
    whole = blake2b(sys.version.encode(), digest_size=16)
    for path in _files():
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand small files, at each start
            content = file.read()
        whole.update(b"%d:" % len(content) + content)
    whole.update(" ".join(map(version, _LIBRARIES)).encode())
    return whole.hexdigest()


def _files() -> Iterator[str]:
    for folder in checks.__path__:
        yield from _below(folder)
    for room in _GROUND_FLOOR:
        folder, name = os.path.split(getfile(room))
        yield from _below(folder) if name == "__init__.py" else [getfile(room)]


def _below(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (f"{place}/{name}" for name in sorted(names) if name.endswith(_ENDINGS))
