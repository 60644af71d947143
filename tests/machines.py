"""Processes that stand in for machines elsewhere: programs of their own, elsewhere, that may be killed.

They keep the promises of a cluster's scheduler: whoever dies is replaced, what it was doing is given to
somebody else, and work that outlives too many is given up.  The processes are real, and so are their deaths.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from concurrent.futures import CancelledError, Future
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple, Self

from checks.model import PASSED, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from pathlib import Path

ALLOWED_FAILURES = 3  # as Dask's scheduler has it


class GivenUpError(Exception):
    """The work has outlived too many machines."""


class Work(NamedTuple):
    """What is to be done, and how many have died of it."""

    call: tuple[Callable[[bytes], bytes], bytes]
    future: Future[bytes]
    failures: int = 0


class Processes:
    """So many processes that work for others; a context that ends them."""

    lost = (GivenUpError,)
    gone = (CancelledError,)

    def __init__(self, number: int) -> None:
        """Start nothing yet."""
        self._number = number
        self._waiting: SimpleQueue[Work | None] = SimpleQueue()
        self.deaths = 0
        self._keepers = [Thread(target=self._keep, daemon=True) for _ in range(number)]

    def __enter__(self) -> Self:
        for keeper in self._keepers:
            keeper.start()
        return self

    def __exit__(self, *_: object) -> None:
        for _keeper in self._keepers:
            self._waiting.put(None)
        for keeper in self._keepers:
            keeper.join()

    def places(self) -> int:
        """Return how many pieces can be worked on at a time."""
        return self._number

    def submit(self, work: Callable[[bytes], bytes], given: bytes, /) -> Future[bytes]:
        """Hand out a piece of work."""
        future: Future[bytes] = Future()
        self._waiting.put(Work((work, given), future))
        return future

    def _keep(self) -> None:
        """Hand work to one process, and start another where it dies."""
        process, line = _started()
        while (work := self._waiting.get()) is not None:
            if not work.failures and not work.future.set_running_or_notify_cancel():
                continue
            try:
                line.send(work.call)
                is_fine, answer = line.recv()
            except (EOFError, ConnectionError):
                self.deaths += 1
                self._give_on(work)
                process.join()
                process, line = _started()
            else:
                (work.future.set_result if is_fine else work.future.set_exception)(answer)
        process.kill()
        process.join()

    def _give_on(self, work: Work) -> None:
        if work.failures >= ALLOWED_FAILURES:
            work.future.set_exception(GivenUpError())
        else:
            self._waiting.put(work._replace(failures=work.failures + 1))


def _started() -> tuple[SpawnProcess, Connection]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    there.close()
    return process, here


def _serve(line: Connection) -> None:
    """Do what comes, in a folder of one's own."""
    os.chdir("/")
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        work, given = line.recv()
        try:
            line.send((True, work(given)))
        except Exception as error:  # noqa: BLE001 - whatever it is, who asked must hear of it
            line.send((False, error))


class Deadly(Rule[Page, int]):
    """Kills the process that judges a page called ``name``, as often as it is told to."""

    id = "deadly"
    title = msg("Nobody survives this")
    severity = Severity.ADVISORY

    def __init__(self, name: str, marks: Path, times: int) -> None:
        """Kill nobody yet; ``marks`` is an empty folder, which remembers how often somebody was."""
        self.name, self.marks, self.times, self.parent = name, marks, times, os.getpid()

    def applicability(self, page: Page) -> Iterable[int]:
        """Kill, but never the process that tests."""
        before = len(list(self.marks.iterdir()))
        if page.path == self.name and os.getpid() != self.parent and before < self.times:
            (self.marks / str(before)).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return ()

    def expectation(self, target: int) -> Verdict:  # noqa: ARG002 - there is none
        """Pass."""
        return PASSED


class Broken(Rule[Page, int]):
    """Breaks on a page called ``name``."""

    id = "broken"
    title = msg("Everything breaks")
    severity = Severity.ADVISORY

    def __init__(self, name: str) -> None:
        """Break nothing yet."""
        self.name = name

    def applicability(self, page: Page) -> Iterable[int]:
        """Break."""
        return [1 // 0] if page.path == self.name else []

    def expectation(self, target: int) -> Verdict:  # noqa: ARG002 - there is none
        """Pass."""
        return PASSED
