"""Which code and which libraries found something: what others have found is not believed."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_ENDINGS: Final = (".py", ".txt", ".toml", ".css")  # code and the data that it reads
_INSTALLED: Final = ".dist-info"


def fingerprint(files: Iterable[str], libraries: Collection[str]) -> str:
    """Return the digest of Python, of the bytes of our ``files`` and of the versions of ``libraries``."""
    whole = blake2b(sys.version.encode(), digest_size=16)
    for path in files:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand small files, at each start
            content = file.read()
        whole.update(b"%d:" % len(content) + content)
    whole.update(" ".join(map(_version, libraries)).encode())
    return whole.hexdigest()


def files_below(folder: str) -> Iterator[str]:
    """Yield the paths of all code and data in a folder of ours, in stable order."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        yield from (f"{place}/{name}" for name in sorted(names) if name.endswith(_ENDINGS))


def _version(library: str) -> str:
    """Return a library's version; raises ``PackageNotFoundError``."""
    known = _installed().get(library.lower())
    if known is None:
        from importlib.metadata import version  # noqa: PLC0415 - loads a reader of mail

        return version(library)
    return known


@cache
def _installed() -> Mapping[str, str]:
    """Return the versions of what is installed, by their names in small letters, as their folders say."""
    versions: dict[str, str] = {}
    for folder in filter(os.path.isdir, sys.path):
        with suppress(OSError):  # what nobody may list, nothing is imported from
            for name in os.listdir(folder):  # noqa: PTH208 - quicker
                library, _, version = name.removesuffix(_INSTALLED).partition("-")
                if name.endswith(_INSTALLED):
                    versions.setdefault(library.lower(), version)
    return versions
