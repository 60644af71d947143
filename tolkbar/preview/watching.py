"""Waits for changes of what editors and translators write."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import watchfiles

from pipeline.files import make_folder
from pipeline.locales import FOLDER, TEMPLATES

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator

_STEP: Final = 20  # milliseconds that nothing more may happen in, before a change is told
_LONGEST: Final = 200  # milliseconds that a change may wait for others
_POLL: Final = 300  # milliseconds between two looks, where the system tells of no changes


async def changes(root: Path, stop: asyncio.Event) -> AsyncIterator[frozenset[str]]:
    """Yield the files below ``root`` that somebody has changed, as paths relative to it, until ``stop``.

    Where the system cannot tell (too many watches, a network drive), the files are looked at in turn.
    """
    root, folders = _watched(root)
    polling = False
    while not stop.is_set():
        try:
            async for found in watchfiles.awatch(
                *folders,
                watch_filter=None,
                debounce=_LONGEST,
                step=_STEP,
                stop_event=stop,
                force_polling=polling or None,
                poll_delay_ms=_POLL,
            ):
                paths = frozenset(_relative(root, path) for _, path in found)
                if wanted := frozenset(filter(_matters, paths)):
                    yield wanted
        except OSError:
            if polling:
                raise
            polling = True


def _watched(root: Path) -> tuple[Path, list[Path]]:
    """Return the site's root as the system calls it, and its folders that people write in.

    A site whose catalogs nobody has extracted yet has no folder for them; it is made, to be watched.
    """
    root = root.resolve()
    make_folder(root / FOLDER)
    return root, [root / "source", root / FOLDER]


def _relative(root: Path, path: str) -> str:
    return Path(path).relative_to(root).as_posix()


def _matters(path: str) -> bool:
    """Tell whether a file is one that the site is made from: no template of ours, no editor's own file."""
    name = path.rpartition("/")[2]
    return not path.startswith(f"{TEMPLATES}/") and not name.startswith((".", "#")) and not name.endswith("~")
