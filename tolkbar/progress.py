"""A progress bar on a terminal, for whatever takes over a second; nothing when piped."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Self

from tolkbar import console

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds of silence that nobody minds."""


class Bar:
    """Counts steps: ``done`` of ``total``; shows itself only once there is something to wait for."""

    def __init__(self, title: str, total: int, heard: Callable[[int, int], None] | None = None) -> None:
        """Prepare to count ``total`` steps of the work called ``title``; ``heard`` is told each."""
        self._heard = heard
        self._title, self.total = title, total
        self.done = 0
        self._started = time.monotonic()
        self._shown: Progress | None = None
        self._wanted = console.is_terminal()

    def __enter__(self) -> Self:
        """Start counting."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        if self._shown:
            self._shown.stop()

    def expect(self, more: int) -> None:
        """Count on so many more steps than it seemed at first."""
        self.total += more
        if self._shown:
            self._shown.update(self._shown.task_ids[0], total=self.total)

    def step(self, _what: str = "") -> None:
        """Count one step."""
        self.done += 1
        if self._heard:
            self._heard(self.done, self.total)
        if not self._wanted:
            return
        if self._shown:
            self._shown.update(self._shown.task_ids[0], completed=self.done)
        elif time.monotonic() - self._started > PATIENCE:
            self._show()

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - quick work never needs it
        from rich.progress import Progress  # noqa: PLC0415 - as above

        self._shown = Progress(console=Console(stderr=True), transient=True)
        self._shown.add_task(self._title, total=self.total, completed=self.done)
        self._shown.start()
