"""What the rules say: of a page that somebody looks at, at once; of the whole site, in a process beside."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final

import msgspec

from pipeline.errors import TolkbarError
from pipeline.model import msg
from tolkbar.preview.findings import Found, Judged, Step, findings_of, unjudged

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from tolkbar.preview.making import Made
    from tolkbar.preview.view import View

_QUIET: Final = 0.5  # seconds without a change before the whole site is judged
_LONGEST: Final = 1 << 26  # bytes of a line that the process beside writes
_JUDGING: Final = ("-m", "tolkbar.preview.judging")
_BROKEN: Final = msg("Judging the site ended before its end. Run tolkbar check to see why.")
_DECODER: Final = msgspec.json.Decoder(Step | Judged)


class Verdicts:
    """What is known of the site as it was ``made`` last.

    ``tell`` is called when something more is: with ``judging`` and how far that has come, or with
    ``judged``.
    """

    def __init__(self, tell: Callable[[str, Step | None], None]) -> None:
        """Know nothing yet."""
        self.site: Judged | None = None
        self._tell = tell
        self._made: Made | None = None
        self._pages: dict[str, tuple[Found, ...] | None] = {}
        self._thread = ThreadPoolExecutor(1, "judge")
        self._tasks: set[asyncio.Task[None]] = set()

    def renew(self, made: Made) -> None:
        """Forget what was said of the site as it was before, and ask about it as it is."""
        self._made, self.site, self._pages = made, None, {}
        for task in self._tasks:
            task.cancel()
        self._start(self._judge_site(made))

    @property
    def _knows_all(self) -> bool:
        return self.site is not None and self.site.trouble is None

    def look_at(self, seen: View) -> None:
        """Have a page judged that somebody looks at, unless that is done or under way."""
        if self._made and seen.key not in self._pages and not self._knows_all:
            self._pages[seen.key] = None
            self._start(self._judge_page(self._made, seen))

    def of_page(self, seen: View) -> tuple[Found, ...] | None:
        """Return what the rules say of a page, None where that is not known yet."""
        if self.site is not None and self._knows_all:
            return tuple(one for one in self.site.findings if one.seen in seen.files)
        return self._pages.get(seen.key)

    async def close(self) -> None:
        """End what is under way."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _judge_page(self, made: Made, seen: View) -> None:
        loop = asyncio.get_running_loop()
        try:
            findings = await loop.run_in_executor(self._thread, findings_of, made, seen)
        except TolkbarError as error:
            findings = (unjudged(seen.shown, error),)
        self._pages[seen.key] = findings
        self._tell("judged", None)

    async def _judge_site(self, made: Made) -> None:
        await asyncio.sleep(_QUIET)
        process = await _beside(made.root)
        try:
            assert process.stdout is not None  # noqa: S101 - it was asked for
            async for line in process.stdout:
                heard = _DECODER.decode(line)
                if isinstance(heard, Judged):
                    self.site = heard
                    self._tell("judged", None)
                else:
                    self._tell("judging", heard)
            await process.wait()
            if self.site is None:
                self.site = Judged("closed", (), _BROKEN)
                self._tell("judged", None)
        finally:
            await _end(process)


async def _beside(root: Path) -> Process:
    """Start the process that judges the whole site; it has a group of its own, with those that help it."""
    return await asyncio.create_subprocess_exec(
        *(sys.executable, *_JUDGING, os.fspath(root)),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        limit=_LONGEST,
        start_new_session=True,
    )


async def _end(process: Process) -> None:
    """End a process and those that help it."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await asyncio.shield(process.wait())
