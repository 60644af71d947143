"""Changes are told, also where the system does not tell of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest
import watchfiles

from tolkbar.preview.watching import changes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.support import SiteFolder

PATIENCE = 60


async def first_change(site: SiteFolder, name: str) -> frozenset[str]:
    """Return what is told once ``name`` has been written, again and again until it is seen."""
    stop = asyncio.Event()

    async def write() -> None:
        for turn in range(PATIENCE * 10):
            site.write(name, f"{turn}")
            await asyncio.sleep(0.1)  # whether anybody looks yet cannot be asked

    writing = asyncio.create_task(write())
    try:
        async with asyncio.timeout(PATIENCE):
            return await anext(changes(site.root, stop))
    finally:
        stop.set()
        writing.cancel()


@pytest.mark.parametrize(
    "name", ["source/pages/index.md", "locales/de/LC_MESSAGES/index.po", "source/site.toml"]
)
def test_a_file_that_is_written_is_told_by_its_name(site: SiteFolder, name: str) -> None:
    assert asyncio.run(first_change(site, name)) == {name}


def test_where_there_are_no_notices_files_are_looked_at_in_turn(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[bool | None] = []
    watch = watchfiles.awatch

    async def without_notices(
        *folders: Any,  # noqa: ANN401 - as watchfiles has it
        force_polling: bool | None,
        **settings: Any,  # noqa: ANN401 - as above
    ) -> AsyncIterator[Any]:
        tried.append(force_polling)
        if not force_polling:
            raise OSError(28, "inotify watch limit reached")
        async for found in watch(*folders, force_polling=force_polling, **settings):
            yield found

    monkeypatch.setattr(watchfiles, "awatch", without_notices)
    assert asyncio.run(first_change(site, "source/pages/index.md")) == {"source/pages/index.md"}
    assert tried == [None, True]


def test_a_site_without_catalogs_is_watched_for_its_first(site: SiteFolder) -> None:
    for file in sorted((site.root / "locales").rglob("*"), reverse=True):
        file.rmdir() if file.is_dir() else file.unlink()
    (site.root / "locales").rmdir()
    told = asyncio.run(first_change(site, "locales/de/LC_MESSAGES/index.po"))
    assert told
    assert all(path.startswith("locales/de") for path in told)  # its new folders come first
