"""Keeps the candidate up to date while files change, and tells every open page what happens.

One thread makes the candidate, others answer what pages ask; the loop of the server only waits.
A change that comes while something is made stops that, and the next making goes on with it; that one
is not stopped, or whoever saves every second would see nothing.
"""

from __future__ import annotations

import asyncio
import secrets
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from pipeline.errors import PublishError, TolkbarError
from pipeline.model import msg
from tolkbar.preview.making import has_changed, make
from tolkbar.preview.verdicts import Verdicts
from tolkbar.preview.watching import changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pipeline.model import Location, Message
    from tolkbar.preview.findings import Step
    from tolkbar.preview.making import Made

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
    """What happened: ``kind`` is ``made``, ``fault``, ``judging`` or ``judged``; ``detail`` goes with it.

    What is made is ``settled`` once its catalogs have been merged, too.
    """

    kind: str
    revision: int
    detail: dict[str, Any] = field(default_factory=dict)


class _StoppedError(Exception):
    """What is being made is out of date already."""


class Studio:
    """The site at ``root`` as it stands now: what was ``made`` last, and the ``fault`` since, if any.

    ``listeners`` are told what happens; ``ready`` is set once there is something to show.
    """

    def __init__(self, root: Path) -> None:
        """Prepare to work on the site at ``root``; nothing is made yet."""
        self.root = root
        self.name = secrets.token_hex(8)  # a page that outlives it shall know another by that
        self.made: Made | None = None
        self.fault: Fault | None = None
        self.verdicts = Verdicts(self._tell_judging)
        self.listeners: set[asyncio.Queue[News]] = set()
        self.ready = asyncio.Event()
        self._revision = 0
        self._stop = asyncio.Event()
        self._is_stale = self._was_stopped = self._is_settled = False
        self._changed: asyncio.Queue[None] = asyncio.Queue()
        self._maker = ThreadPoolExecutor(1, "maker")
        self._clerks = ThreadPoolExecutor(2, "clerk")

    async def run(self) -> None:
        """Make the candidate, then make it anew after every change, until cancelled."""
        watching = asyncio.create_task(self._watch())
        try:
            while True:
                await self._make_and_tell()
                await self._change()
        finally:
            self._stop.set()
            await self.verdicts.close()
            await asyncio.gather(watching, return_exceptions=True)
            for pool in (self._maker, self._clerks):
                pool.shutdown(wait=True, cancel_futures=True)

    async def ask(self, question: Callable[..., T], *given: object) -> T:
        """Return what ``question`` answers, worked out beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._clerks, question, *given)

    def standing(self) -> News:
        """Return what a page that has just been opened must know."""
        return News("fault" if self.fault else "made", self._revision, {"settled": self._is_settled})

    async def _watch(self) -> None:
        async for paths in changes(self.root, self._stop):
            made = self.made
            if made is None or self.fault or any(has_changed(made, path) for path in paths):
                self._note_change()

    def _note_change(self) -> None:
        self._is_stale = True
        self._changed.put_nowait(None)

    async def _change(self) -> None:
        """Wait for a change; after a fault that may pass by itself, not for long."""
        is_passing = self.fault is not None and self.fault.is_passing
        try:
            await asyncio.wait_for(self._changed.get(), _AGAIN if is_passing else None)
        except TimeoutError:
            return
        while not self._changed.empty():
            self._changed.get_nowait()

    async def _make_and_tell(self) -> None:
        """Make the candidate; tell what came of it."""
        self._is_stale = False
        loop = asyncio.get_running_loop()

        def show(made: Made) -> None:
            loop.call_soon_threadsafe(self._succeed, made, False)  # noqa: FBT003 - the loop takes no names

        try:
            made = await loop.run_in_executor(
                self._maker, make, self.root, self._revision + 1, self._go_on, show
            )
        except _StoppedError:
            self._was_stopped = True
            return
        except TolkbarError as error:
            self._fail(Fault(error.message, error.location, isinstance(error, PublishError)))
        except OSError as error:
            reason = error.strerror or type(error).__name__
            self._fail(Fault(msg("It cannot be read: {reason}.", reason=reason), is_passing=True))
        else:
            self._succeed(made, is_settled=True)
        self._was_stopped = False
        self.ready.set()

    def _go_on(self) -> None:
        if self._stop.is_set() or (self._is_stale and not self._was_stopped):
            raise _StoppedError

    def _succeed(self, made: Made, is_settled: bool) -> None:  # noqa: FBT001 - see ``show``
        if not is_settled and self.fault and self.fault.is_passing:
            return  # it may come again as soon as catalogs are written: no page shall blink meanwhile
        if made is not self.made:
            self.verdicts.renew(made)
        self.made, self.fault, self._revision, self._is_settled = made, None, made.revision, is_settled
        self._tell(self.standing())

    def _fail(self, fault: Fault) -> None:
        is_news = fault != self.fault
        self.fault = fault
        if is_news:
            self._tell(News("fault", self._revision))

    def _tell_judging(self, kind: str, step: Step | None) -> None:
        detail = {"done": step.done, "total": step.total} if step else {}
        self._tell(News(kind, self._revision, detail))

    def _tell(self, news: News) -> None:
        """Let every open page know."""
        for listener in self.listeners:
            listener.put_nowait(news)
