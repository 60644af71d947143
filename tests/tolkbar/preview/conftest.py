"""A preview that runs beside the test, asked as browsers and others would ask it."""

from __future__ import annotations

import asyncio
import http.client
import threading
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

import pytest
from aiohttp import ClientSession, web
from bs4 import BeautifulSoup

from tolkbar.preview.server import HOST, Server
from tolkbar.preview.studio import Studio

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tests.support import SiteFolder
    from tolkbar.preview.plugins import Plugin

PATIENCE = 60
"""Seconds after which a test gives up; a promise that is kept is kept long before."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the preview answered."""

    status: int
    headers: Mapping[str, str]
    body: str

    @property
    def soup(self) -> BeautifulSoup:
        """Return the page as a reader other than ours understands it."""
        return BeautifulSoup(self.body, "html.parser")


@dataclass(slots=True)
class Preview:
    """A preview of ``site`` on a port of its own, in a loop of its own."""

    site: SiteFolder
    language: str | None = "en"
    plugins: tuple[Callable[[Studio], Plugin], ...] = ()
    port: int = 0
    heard: list[dict[str, Any]] = field(default_factory=list)
    _loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    _news: threading.Condition = field(default_factory=threading.Condition)
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        """Start, and wait until there is something to see."""
        opened = threading.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=[self._run(opened)])
        self._thread.start()
        assert opened.wait(PATIENCE)
        self.wait_for(lambda heard: heard.get("settled") or heard["kind"] == "fault")
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, whatever is under way."""
        self._loop.call_soon_threadsafe(self._stop.set)
        assert self._thread
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()
        self._loop.close()

    def wait_for(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Return the first news that ``is_it`` finds right, of those not waited for yet."""
        with self._news:
            while True:
                while self.heard:
                    one = self.heard.pop(0)
                    if is_it(one):
                        return one
                assert self._news.wait(PATIENCE), "nothing more happened"

    def ask(self, method: str, path: str, content: bytes | None = None, **headers: str) -> Answer:
        """Return what is answered; ``headers`` with ``_`` for ``-``."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, content, given)
        response = connection.getresponse()
        body = response.read().decode("utf-8", "replace")
        connection.close()
        return Answer(response.status, {name.lower(): value for name, value in response.getheaders()}, body)

    def get(self, path: str, **headers: str) -> Answer:
        """Return what a person gets who follows a link."""
        return self.ask("GET", path, None, **headers)

    async def _run(self, opened: threading.Event) -> None:
        studio = Studio(self.site.root)
        server = Server(studio, self.language, [plugin(studio) for plugin in self.plugins])
        runner = web.AppRunner(server.app, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, HOST, 0).start()
        self.port = runner.addresses[0][1]
        working = asyncio.create_task(studio.run())
        listening = asyncio.create_task(self._listen(opened))
        await self._stop.wait()
        for task in (listening, working):
            task.cancel()
        await asyncio.gather(listening, working, return_exceptions=True)
        await runner.cleanup()

    async def _listen(self, opened: threading.Event) -> None:
        address = f"http://{HOST}:{self.port}"
        async with (
            ClientSession() as session,
            session.ws_connect(f"{address}/events", headers={"Origin": address}) as socket,
        ):
            opened.set()
            async for message in socket:
                with self._news:
                    self.heard.append(message.json())
                    self._news.notify_all()


@pytest.fixture
def preview(site: SiteFolder) -> Iterator[Callable[..., Preview]]:
    """Start previews of the site, to be stopped when the test is over."""
    with ExitStack() as stack:
        yield lambda **settings: stack.enter_context(Preview(site, **settings))
