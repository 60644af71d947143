"""``python -m tests.kills.mortal SITE LAST COMMAND …``: run a command and note what it does to files of SITE.

At its LAST such change the process kills itself, with the signal that nothing can catch; at 0 it lives
on.  A file that it was about to write is open then, and empty.  It tells each path on standard
output, and before it the seconds since the first change.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from tests.kills.pen import translate
from tolkbar.command import main

if TYPE_CHECKING:
    from collections.abc import Sequence

EDIT: Final = "edit"
_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGING: Final = frozenset(
    "os.mkdir os.link os.rename os.remove os.rmdir os.utime os.chmod shutil.copyfile sqlite3.connect".split()
)


def watch(site: str, last: int) -> None:
    """Tell what this process does to files below ``site``; let the ``last`` be the last thing it does."""
    start, done, process = 0.0, 0, os.getpid()

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal start, done
        opens = event == "open" and arguments[2] & _WRITING
        if (not opens and event not in _CHANGING) or os.getpid() != process:  # not in its children
            return
        path = os.fsdecode(arguments[0]) if isinstance(arguments[0], str | bytes | os.PathLike) else ""
        if not path.startswith(os.path.join(site, "")):  # noqa: PTH118 - called for everything that is opened
            return
        start, done = start or monotonic(), done + 1
        os.write(1, f"{monotonic() - start:.6f} {path}\n".encode())
        if done == last:
            if opens:
                os.open(path, arguments[2])
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(note)


def run(arguments: Sequence[str]) -> int:
    """Run a command, watched; return its exit status."""
    site, last, *command = arguments
    watch(site, int(last))
    with contextlib.redirect_stdout(io.StringIO()):  # what the command itself says
        return perform(command, site)


def perform(command: Sequence[str], site: str) -> int:
    """Run a command on ``site``, or let a translator ``edit`` there; return the exit status."""
    return translate(Path(site)) if command[0] == EDIT else main([*command, "--site", site])


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
