"""``tolkbar serve`` on a large site: from saving a file to the browser having the new page and its texts.

Wall time depends on the machine, so it is reported with the machine and held against no bar.
"""

from __future__ import annotations

import asyncio
import re
import statistics
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from aiohttp import ClientSession

from bench.assemble import LANGUAGE
from bench.measure import BenchmarkError, Row
from bench.publish import machine
from bench.tools import tolkbar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from aiohttp import ClientWebSocketResponse

    from bench.assemble import Workshop

_ADDRESS: Final = re.compile(rb"http://127\.0\.0\.1:\d+")
_MARK: Final = "Nyhet"
_PATIENCE: Final = 300  # seconds for the first candidate, and for any other


def rows(workshop: Workshop) -> list[Row]:
    """Change a page, a catalog and a page's title, some times each; return how long each took to show."""
    site = workshop.copy(workshop.ours, "previewed")
    taken = asyncio.run(_measured(site, workshop.rounds))
    size = f"{workshop.pages} pages x {workshop.units} units"
    return [
        Row(f"serve, {what} saved, {size}", f"{seconds:.2f} s of wall time", machine(), seconds, bar=None)
        for what, seconds in taken.items()
    ]


@dataclass(frozen=True)
class _Change:
    """What somebody saves: ``edit`` returns a file's text with a mark in it that a reader can find."""

    file: Path
    edit: Callable[[str, str], str]

    @cached_property
    def before(self) -> str:
        """The text as it was."""
        return self.file.read_text("utf-8")

    def save(self, mark: str) -> None:
        """Save the text with ``mark``, or as it was where that is nothing."""
        self.file.write_text(self.edit(self.before, mark) if mark else self.before, "utf-8")


async def _measured(site: Path, rounds: int) -> dict[str, float]:
    pages = sorted((site / "source/pages").rglob("*.*"))
    page = pages[len(pages) // 2]
    name = page.relative_to(site / "source/pages").with_suffix("").as_posix()
    catalog = site / f"locales/{LANGUAGE}/LC_MESSAGES/{name}.po"
    changes = {
        "a sentence": _Change(page, lambda text, mark: text.replace("</p>", f" {mark}</p>", 1)),
        "a translation": _Change(
            catalog, lambda text, mark: re.sub(r'(msgstr "\w[^"]* )', rf"\1{mark} ", text)
        ),
        "a title": _Change(page, lambda text, mark: text.replace('title = "', f'title = "{mark} ', 1)),
    }
    taken = {}
    async with _preview(site) as (session, news):
        await _made(news)
        for what, change in changes.items():
            times = [await _shown(session, news, name, change) for _ in range(rounds)]
            taken[what] = statistics.median(times)
    return taken


async def _shown(session: ClientSession, news: ClientWebSocketResponse, name: str, change: _Change) -> float:
    """Save a change and return the seconds until the page and its texts have it; undo it."""
    started = time.perf_counter()
    change.save(_MARK)
    await _made(news)
    async with session.get(f"/page/{LANGUAGE}/{name}") as answer:
        panel = await answer.text()
    found = re.search(r'<iframe[^>]* src="([^"]*)"', panel)
    if found is None or _MARK not in panel:
        raise BenchmarkError(f"the preview does not show what was saved in {change.file}")
    async with session.get(found[1]) as answer:
        await answer.text()
    seconds = time.perf_counter() - started
    change.save("")
    await _made(news)
    return seconds


async def _made(news: ClientWebSocketResponse) -> None:
    """Wait until the site has been made anew."""
    while True:
        heard = await news.receive_json(timeout=_PATIENCE)
        if heard["kind"] == "fault":
            raise BenchmarkError("the preview cannot make the site")
        if heard["kind"] == "made" and heard["revision"]:
            return


@asynccontextmanager
async def _preview(site: Path) -> AsyncIterator[tuple[ClientSession, ClientWebSocketResponse]]:
    """Start a preview of ``site``; yield what asks it, and what hears what happens."""
    command = tolkbar(site, "serve", "--port", "0")
    process = await asyncio.create_subprocess_exec(
        *command.arguments, cwd=site, env=command.environment, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None  # noqa: S101 - it was asked for
    first = await process.stderr.readline()
    found = _ADDRESS.search(first)
    if found is None:
        raise BenchmarkError(first.decode("utf-8", "replace").strip())
    address = found[0].decode()
    try:
        async with (
            ClientSession(address) as session,
            session.ws_connect("/events", headers={"Origin": address}) as news,
        ):
            yield session, news
    finally:
        process.terminate()
        await process.communicate()
