"""Which code judges: verdicts that other code has found are not believed."""

from __future__ import annotations

import os
from functools import cache
from inspect import getfile
from typing import TYPE_CHECKING, Final

import checks
from checks.code import files_below, fingerprint
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


@cache
def code_version() -> str:
    """Return the digest of all code and data that verdicts on pages come from, and of the libraries below."""
    return fingerprint(_files(), _LIBRARIES)


def _files() -> Iterator[str]:
    for folder in checks.__path__:
        yield from files_below(folder)
    for room in _GROUND_FLOOR:
        folder, name = os.path.split(getfile(room))
        yield from files_below(folder) if name == "__init__.py" else [getfile(room)]
