"""Standard output and standard error, whatever they are: a terminal, a pipe, a full disk, nothing."""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
from contextlib import suppress
from typing import Literal, TextIO

OUT: Literal["stdout"] = "stdout"
ERR: Literal["stderr"] = "stderr"
_Name = Literal["stdout", "stderr"]

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys instead of showing; a file that a message quotes may hold it."""


def prepare() -> None:
    """Let every character through: pipes and files get UTF-8, a terminal what it can show."""
    for name in (OUT, ERR):
        stream = _stream(name)
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def show(text: str, *, coloured: bool = False) -> None:
    """Write ``text`` to standard output; that nobody reads on (``| head``) is no fault.

    Of a ``coloured`` text, its maker has seen to it that a terminal obeys nothing but colours.
    """
    _write(OUT, text if coloured else _CONTROLS.sub("\ufffd", text))


def shows_colours() -> bool:
    """Tell whether standard output is a terminal with colours, and nobody minds (https://no-color.org)."""
    stream = _stream(OUT)
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream is not None and stream.isatty() and not is_plain


def tell(sentence: str) -> None:
    """Write a line to standard error, beside what is shown."""
    _write(ERR, _CONTROLS.sub("\ufffd", f"{sentence}\n"))


def is_terminal() -> bool:
    """Tell whether a person sees what is told."""
    stream = _stream(ERR)
    return stream is not None and stream.isatty()


def width() -> int | None:
    """Return how many characters stand in a line of standard output; None where it is no terminal."""
    stream = _stream(OUT)
    return shutil.get_terminal_size().columns if stream is not None and stream.isatty() else None


def settle() -> None:
    """Write what is still held back, so that Python has nothing to complain of when it ends."""
    for name in (OUT, ERR):
        with suppress(OSError):
            _write(name, "")


def _stream(name: _Name) -> TextIO | None:
    """Return a stream; None where the caller has closed it (``>&-``)."""
    stream: TextIO | None = getattr(sys, name)
    return stream


def _write(name: _Name, text: str) -> None:
    stream = _stream(name)
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _hang_up(stream)
    except OSError:
        _hang_up(stream)
        raise


def _hang_up(stream: TextIO) -> None:
    """Send what else is written to ``stream`` nowhere, what it still holds too."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
