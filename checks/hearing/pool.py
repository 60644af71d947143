"""The processes beside this one, which take lots of pages and catalogs and hand back what came of them.

What came of lots is taken in the order that was asked for.  A process that dies costs time: its lot is
judged once more, page by page, and only a page that kills its process again ends the run, with its name.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Final, Self

from checks.hearing.court import deep_calls
from pipeline.errors import TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from concurrent.futures import Future
    from types import TracebackType

    from checks.hearing.court import AnyCase, Court
    from checks.hearing.crew import Lot
    from checks.hearing.testimony import Testimony

AHEAD: Final = 32  # lots that may be judged before an earlier one has been taken in
_FORKS: Final = sys.platform == "linux"  # elsewhere a process with libraries loaded must not be forked


def can_share() -> bool:
    """Return whether this machine has what processes need to hand work to one another."""
    try:
        multiprocessing.get_context().Semaphore(1)
    except (ImportError, NotImplementedError, OSError):
        return False
    return True


def share_out(court: Court, jobs: int, lots: Sequence[Lot]) -> Generator[Testimony, None, None]:
    """Yield what comes of ``lots``, in their order; so many processes judge them."""
    with _Pool(court, jobs) as pool:
        yield from _in_order(pool, lots)


def _in_order(pool: _Pool, lots: Sequence[Lot]) -> Generator[Testimony, None, None]:
    """Yield what comes of ``lots``, in their order; the dearest are begun first."""
    dear = sorted((n for n, lot in enumerate(lots) if len(lot) == 1), key=lambda n: -lots[n][0].cost)
    begun = {number: pool.submit(lots[number]) for number in dear[:AHEAD]}
    upcoming = deque(number for number in range(len(lots)) if number not in begun)
    for number, lot in enumerate(lots):
        while upcoming and upcoming[0] < number + AHEAD:
            following = upcoming.popleft()
            begun[following] = pool.submit(lots[following])
        try:
            found = begun.pop(number).result()
        except BrokenProcessPool:
            pool.stop()
            found = pool.singly(lot)
            begun = {other: _redone(pool, future, lots[other]) for other, future in begun.items()}
        yield from found


def _redone(pool: _Pool, future: Future[list[Testimony]], lot: Lot) -> Future[list[Testimony]]:
    """Return ``future``, or a new one where the process that it was for has died."""
    is_fine = future.done() and not future.cancelled() and future.exception() is None
    return future if is_fine else pool.submit(lot)


class _Pool:
    """The processes, while they are there."""

    def __init__(self, court: Court, jobs: int) -> None:
        self._court = court
        self._jobs = jobs
        self._executors: list[ProcessPoolExecutor] = []  # one, once it has been started

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for the processes where all is done; else end them, whatever they are doing."""
        for executor in self._executors:
            _end(executor, kill=kind is not None)

    def submit(self, lot: Lot) -> Future[list[Testimony]]:
        """Hand out a lot."""
        if not self._executors:
            self._start()
        try:
            return self._executors[0].submit(_hear, lot)
        except BrokenProcessPool:
            self.stop()
            self._start()
            return self._executors[0].submit(_hear, lot)

    def stop(self) -> None:
        """End all processes, where one has died; the next lot starts others."""
        _end(self._executors.pop(), kill=True)

    def _start(self) -> None:
        """Start all processes; whoever presses Ctrl-C meanwhile is heard when they can be ended again."""
        with _undisturbed():
            self._executors.append(_executor(self._court, self._jobs))
            self._executors[0].submit(_ready)

    def singly(self, lot: Lot) -> list[Testimony]:
        """Judge a lot that may have killed its process: page by page, in a process that does nothing else."""
        return [self._once_more(case) for case in lot]

    def _once_more(self, case: AnyCase) -> Testimony:
        executor = _executor(self._court, 1)
        try:
            return executor.submit(_hear, (case,)).result()[0]
        except BrokenProcessPool as error:
            raise TolkbarError(
                msg(
                    "The process that judged this was ended, twice; there may be too little memory. "
                    "Leave the file out, or judge it by itself."
                ),
                Location(self._court.name(case), 1),
            ) from error
        finally:
            _end(executor, kill=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back, where the system can do that; processes that are started here never hear it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _executor(court: Court, jobs: int) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork" if _FORKS else "spawn")
    return ProcessPoolExecutor(jobs, context, _begin, (court,))


def _end(executor: ProcessPoolExecutor, *, kill: bool) -> None:
    """Let go of the processes; with ``kill`` at once."""
    processes = multiprocessing.active_children() if kill else []  # no others are started here
    executor.shutdown(wait=not kill, cancel_futures=kill)
    for process in processes:
        process.kill()
    for process in processes:
        process.join()


# What follows happens in the other processes.

_court: list[Court] = []


def _begin(court: Court) -> None:
    """Prepare a process: it ends with the one that started it, and leaves Ctrl-C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.set_threshold(100_000, 50, 1000)  # as the command does: pages are taken apart by hand
    gc.freeze()
    _court[:] = [court]
    threading.Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _ready() -> None:
    """Do nothing: a process that does has been started."""


def _hear(lot: Lot) -> list[Testimony]:
    with deep_calls():
        return [_court[0].hear(case) for case in lot]
