"""Servers as they are treated: how many at a time, how fast, and until when left alone."""

from __future__ import annotations

import asyncio
import errno
import os
from collections import defaultdict
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checks.subjects.answers import Reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from checks.network.manners import Manners
    from checks.network.robots import Robots

_GIVEN_UP = 3  # addresses of a server that nobody answered for, one after the other
_CUT_OFF = 10  # servers out of reach before anybody answered: there is no network
_UNANSWERED = frozenset({Reply.SILENT, Reply.CLOSED, Reply.BUSY, Reply.NO_NETWORK})
_WHOLE = frozenset(
    {Reply.NO_SERVER, Reply.EXPIRED, Reply.OTHER_NAME, Reply.SELF_SIGNED, Reply.PRIVATE, Reply.ISSUER}
)
"""What is true of every address of a server."""


@dataclass(slots=True)
class Server:
    """One server: the turns to ask it, the pause between two, and what it has shown of itself."""

    turns: asyncio.Semaphore
    pause: float
    verdict: Reply | None = None
    robots: asyncio.Task[Robots] | None = None
    _next: float = 0.0
    _unanswered: int = 0

    def rest(self, seconds: float) -> None:
        """Leave it alone for a while."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    async def wait(self) -> None:
        """Wait until it may be asked again; the next one waits for the pause after that."""
        now = asyncio.get_running_loop().time()
        moment = max(now, self._next)
        self._next = moment + self.pause
        if moment > now:
            await asyncio.sleep(moment - now)

    def heard(self, reply: Reply) -> None:
        """Learn from how an address ended whether the others are worth asking for."""
        if reply in _WHOLE:
            self.verdict = reply
        elif reply not in _UNANSWERED:
            self._unanswered = 0
        else:
            self._unanswered += 1
            if self._unanswered >= _GIVEN_UP:
                self.verdict = reply


@dataclass(slots=True)
class Servers:
    """All servers of an inquiry, and how many requests may be under way to all of them."""

    manners: Manners
    seats: asyncio.Semaphore = field(init=False)
    _known: defaultdict[str, Server] = field(init=False)
    _out_of_reach: set[str] = field(default_factory=set)
    _is_anybody_there: bool = False

    def __post_init__(self) -> None:
        """Know none yet."""
        self.seats = asyncio.Semaphore(self.manners.concurrency)
        self._known = defaultdict(self._new)

    def __getitem__(self, name: str) -> Server:
        """Return the server with this host and port."""
        return self._known[name]

    @asynccontextmanager
    async def turn(self, name: str) -> AsyncIterator[None]:
        """Wait for a turn to ask a server, and take it.  Raises ``OSError`` where there is no network."""
        server = self[name]
        async with server.turns:
            await server.wait()
            async with self.seats:
                if not self._is_anybody_there and len(self._out_of_reach) >= _CUT_OFF:
                    raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))
                yield

    def note(self, name: str, *, is_reached: bool) -> None:
        """Note whether there was a way to a server."""
        if is_reached:
            self._is_anybody_there = True
        else:
            self._out_of_reach.add(name)

    def _new(self) -> Server:
        return Server(asyncio.Semaphore(self.manners.per_server), self.manners.pause)
