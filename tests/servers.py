"""Servers of our own on 127.0.0.1 that do what other people's do, the worst of it too."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

import pytest

if TYPE_CHECKING:
    import ssl
    from collections.abc import Awaitable, Callable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Request:
    """What a server was asked."""

    method: str
    path: str
    headers: Mapping[str, str]


def answer(status: str = "200 OK", body: bytes = b"", head: str = "", **headers: str) -> bytes:
    """Return a whole answer; ``headers`` with ``_`` for ``-``."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, head, "", ""] if head else [*lines, "", ""]).encode() + body


def page(body: str) -> bytes:
    """Return an answer with a page."""
    return answer(body=body.encode(), Content_Type="text/html; charset=utf-8")


@dataclass(slots=True)
class Server:
    """A server that does as its ``script`` says: bytes for every request, or a function of it."""

    loop: asyncio.AbstractEventLoop
    script: bytes | Callable[[Request, asyncio.StreamWriter], Awaitable[None]]
    trust: ssl.SSLContext | None = None
    requests: list[Request] = field(default_factory=list)
    port: int = 0
    _server: asyncio.Server | None = None
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __enter__(self) -> Self:
        """Open."""
        asyncio.run_coroutine_threadsafe(self._open(), self.loop).result(5)
        return self

    def __exit__(self, *_: object) -> None:
        """Close, whatever is under way."""
        asyncio.run_coroutine_threadsafe(self._close(), self.loop).result(5)

    def at(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """Return the address of ``path``."""
        return f"http{'s' if self.trust else ''}://{host}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        """Return what was asked for: ``HEAD /page``."""
        return [f"{request.method} {request.path}" for request in self.requests]

    async def _open(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, ssl=self.trust)
        self.port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        assert self._server
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task
        self._tasks.add(task)
        try:
            with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
                while True:
                    request = _request(await reader.readuntil(b"\r\n\r\n"))
                    self.requests.append(request)
                    await self._answer(request, writer)
                    await writer.drain()
        finally:
            self._tasks.discard(task)
            writer.close()
            with contextlib.suppress(OSError, TimeoutError):
                await asyncio.wait_for(writer.wait_closed(), 0.2)

    async def _answer(self, request: Request, writer: asyncio.StreamWriter) -> None:
        if isinstance(self.script, bytes):
            head, separator, body = self.script.partition(b"\r\n\r\n")
            writer.write(head + separator + (b"" if request.method == "HEAD" else body))
        else:
            await self.script(request, writer)


def _request(head: bytes) -> Request:
    first, *lines = head.decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = dict(line.split(": ", 1) for line in lines if ": " in line)
    return Request(method, path, headers)


@pytest.fixture(scope="session")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    """Yield a loop in a thread of its own, in which the servers live."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # of connections that are broken off on purpose
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    yield loop
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


@pytest.fixture
def serve(loop: asyncio.AbstractEventLoop) -> Iterator[Callable[..., Server]]:
    """Open servers, to be closed when the test is over."""
    with contextlib.ExitStack() as stack:
        yield lambda script, **settings: stack.enter_context(Server(loop, script, **settings))
