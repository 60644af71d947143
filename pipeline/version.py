"""Which code is at work: what other code has kept, or other libraries, is not believed."""

from __future__ import annotations

import contextlib
import os
import sys
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

import pipeline
from pipeline.files import stamp

if TYPE_CHECKING:
    from collections.abc import Iterator

_INSTALLED: Final = (".dist-info", ".egg-info")
"""How a folder's name ends that tells of an installed library; its version stands before that."""


@cache
def code_number(layout: int) -> int:
    """Return a number below 2 ** 31 for ``layout``, our code, Python and every library there is.

    Files are looked at, not read: it is asked at each start.  Another library than ours costs a full run.
    """
    whole = blake2b(f"{layout} {sys.version} {sys.byteorder}".encode(), digest_size=4)
    for folder in pipeline.__path__:
        whole.update(repr(sorted(_files(folder))).encode(errors="backslashreplace"))
    whole.update(repr(sorted(set(_libraries()))).encode(errors="backslashreplace"))
    return int.from_bytes(whole.digest()) >> 1


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield every file of our code with its size and time, as it was installed or edited."""
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in files:
            path = f"{place}/{name}"
            yield path[len(folder) :], *stamp(path)


def _libraries() -> Iterator[str]:
    for folder in filter(os.path.isdir, sys.path):
        with contextlib.suppress(OSError):  # what nobody may list, nothing is imported from
            yield from (name for name in os.listdir(folder) if name.endswith(_INSTALLED))  # noqa: PTH208 - quicker
