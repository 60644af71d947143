"""A report that is written while subjects are judged: of what is in it, nothing is kept."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Final, Self

from checks.model import Gate
from checks.report import Lines
from checks.requirements import Standard
from tolkbar import __version__
from tolkbar.console import show
from tolkbar.reporting import CLOSED, LINES, files_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable
    from io import TextIOWrapper
    from types import TracebackType

    from checks.model import Finding, Report
    from pipeline.model import Message

_FORMS: Final = [LINES]


def is_streamed(asked: Namespace) -> bool:
    """Return whether the only form asked for can be written at once."""
    return bool(asked.format == _FORMS)


class Stream:
    """The report, while it grows; a context that ends with its file.

    A file is written where it is, for who wants to read on: cut short, it lacks its last line.
    """

    def __init__(self, asked: Namespace, say: Callable[[Message], str]) -> None:
        """Write nothing yet."""
        self._lines = Lines(Standard(asked.standard), __version__, say)
        (self._output,) = files_of(1, asked.output or [])
        self._file: TextIOWrapper | None = None
        self._ending = ExitStack()

    def __enter__(self) -> Self:
        """Begin the file."""
        if self._output is not None:
            self._file = self._ending.enter_context(self._output.open("w", encoding="utf-8", newline="\n"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._ending.close()

    def tell(self, finding: Finding) -> None:
        """Write a finding."""
        self._write(self._lines.finding(finding))

    def end(self, report: Report) -> int:
        """Write the last line; return the exit status that the gate asks for."""
        self._write(self._lines.summary(report))
        return CLOSED if report.gate is Gate.CLOSED else 0

    def _write(self, line: str) -> None:
        if self._file is None:
            show(line)
        else:
            self._file.write(line)
