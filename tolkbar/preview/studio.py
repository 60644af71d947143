"""Keeps the candidate up to date while files change, and tells every open page what happens.

One thread makes the candidate, another answers what pages ask; the loop of the server only waits.
A change that comes while something is made stops that, and the next making goes on with it.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pipeline.errors import PublishError, TolkbarError
from pipeline.model import msg
from tolkbar.preview.findings import findings_of, unjudged
from tolkbar.preview.making import Made, make
from tolkbar.preview.watching import by_others, changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pipeline.model import Location, Message
    from tolkbar.preview.findings import Found
    from tolkbar.preview.view import View

    T = TypeVar("T")

_AGAIN: Final = 0.5  # seconds until a site that something else stands in the way of is tried again


@dataclass(frozen=True, slots=True)
class Fault:
    """Why the candidate is not up to date: what stands in the way, and where.

    One that ``is_passing``, as another run or a full disk, may be gone without a change to the site.
    """

    message: Message
    location: Location | None = None
    is_passing: bool = False


@dataclass(frozen=True, slots=True)
class News:
    """What happened: ``kind`` is ``made``, ``fault``, ``judging`` or ``judged``; ``detail`` goes with it."""

    kind: str
    revision: int
    detail: dict[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return it as pages are told it."""
        return {"kind": self.kind, "revision": self.revision, **self.detail}


class _StoppedError(Exception):
    """What is being made is out of date already."""


class Studio:
    """The site at ``root`` as it stands now: what was ``made`` last, and the ``fault`` since, if any."""

    def __init__(self, root: Path) -> None:
        """Prepare to work on the site at ``root``; nothing is made yet."""
        self.root = root
        self.made: Made | None = None
        self.fault: Fault | None = None
        self.listeners: set[asyncio.Queue[News]] = set()
        self._revision = 0
        self._stop = asyncio.Event()
        self._stale = False
        self._changed: asyncio.Queue[frozenset[str]] = asyncio.Queue()
        self._maker = ThreadPoolExecutor(1, "maker")
        self._clerk = ThreadPoolExecutor(2, "clerk")
        self._judges = ThreadPoolExecutor(1, "judge")
        self._verdicts: dict[str, tuple[int, tuple[Found, ...]]] = {}
        self._asked: set[tuple[str, int]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.ready = asyncio.Event()

    async def run(self) -> None:
        """Make the candidate, then make it anew after every change, until cancelled."""
        watching = asyncio.create_task(self._watch())
        try:
            while True:
                await self._make()
                self.ready.set()
                await self._wait()
        finally:
            self._stop.set()
            self._stale = True
            watching.cancel()
            await asyncio.gather(watching, return_exceptions=True)
            for pool in (self._maker, self._clerk, self._judges):
                pool.shutdown(wait=True, cancel_futures=True)

    async def ask(self, question: Callable[..., T], *given: object) -> T:
        """Return what ``question`` answers, worked out beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._clerk, question, *given)

    def standing(self) -> News:
        """Return what a page that has just been opened must know."""
        return News("fault" if self.fault else "made", self._revision)

    def look_at(self, seen: View) -> None:
        """Have a page judged that somebody looks at; who listens hears when that is done."""
        made = self.made
        if made is None or self.verdict(seen) is not None or (seen.key, made.revision) in self._asked:
            return
        self._asked.add((seen.key, made.revision))
        task = asyncio.create_task(self._judge(made, seen))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def verdict(self, seen: View) -> tuple[Found, ...] | None:
        """Return what the rules say of a page as it stands, None where that is not known yet."""
        revision, findings = self._verdicts.get(seen.key, (0, ()))
        return findings if self.made and revision == self.made.revision else None

    async def _judge(self, made: Made, seen: View) -> None:
        loop = asyncio.get_running_loop()
        try:
            findings = await loop.run_in_executor(self._judges, findings_of, made, seen)
        except TolkbarError as error:
            findings = (unjudged(seen, error),)
        self._verdicts[seen.key] = made.revision, findings
        self._asked.discard((seen.key, made.revision))
        self.tell(News("judged", made.revision))

    def tell(self, news: News) -> None:
        """Let every open page know."""
        for listener in self.listeners:
            listener.put_nowait(news)

    async def _watch(self) -> None:
        async for paths in changes(self.root, self._stop):
            written = self.made.written if self.made else {}
            if by_others(paths, self.root, written):
                self._stale = True
                self._changed.put_nowait(paths)

    async def _wait(self) -> None:
        """Wait for a change; after a fault that may pass by itself, not for long."""
        is_passing = self.fault is not None and self.fault.is_passing
        try:
            await asyncio.wait_for(self._changed.get(), _AGAIN if is_passing else None)
        except TimeoutError:
            return
        while not self._changed.empty():
            self._changed.get_nowait()

    async def _make(self) -> None:
        self._stale = False
        loop = asyncio.get_running_loop()
        try:
            made = await loop.run_in_executor(
                self._maker, make, self.root, self._revision + 1, self._may_go_on
            )
        except _StoppedError:
            return
        except TolkbarError as error:
            self._fail(Fault(error.message, error.location, isinstance(error, PublishError)))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._fail(Fault(msg("It cannot be read: {reason}.", reason=reason), is_passing=True))
        else:
            self._succeed(made)

    def _may_go_on(self) -> None:
        if self._stale:
            raise _StoppedError

    def _succeed(self, made: Made) -> None:
        is_news = self.made is None or self.fault is not None or made.made or made.written
        self.made, self.fault = made, None
        self._revision = made.revision
        if is_news:
            self.tell(News("made", made.revision))

    def _fail(self, fault: Fault) -> None:
        is_news = fault != self.fault
        self.fault = fault
        if is_news:
            self.tell(News("fault", self._revision))
