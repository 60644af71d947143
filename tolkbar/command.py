"""``tolkbar``: what it was asked, who does it, and what it says when it cannot.

Exit status: 0 done, gate open; 1 gate closed; 2 could not do it.
"""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from importlib import import_module
from typing import TYPE_CHECKING, Final

from pipeline.errors import DefectError, TolkbarError
from pipeline.model import msg
from tolkbar import INTERRUPTED, console
from tolkbar.language import DEFAULT, LANGUAGES, language_of, translator
from tolkbar.options import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.model import Message

    Say = Callable[[Message], str]

IMPOSSIBLE = 2
_ADVICE: Final = {
    errno.ENOSPC: msg("Free space on the disk, then run again."),
    errno.EISDIR: msg("Name a file in this folder."),
}
_COMMANDS: Final = {
    "init": "starting:init",
    "import": "taking:take",
    "export": "work:export",
    "extract": "work:extract",
    "status": "work:status",
    "build": "work:build",
    "check": "work:check",
    "serve": "preview.command:serve",
    "publish": "work:publish",
    "baseline": "work:baseline",
    "waive": "accepting:waive",
    "statement": "work:statement",
    "explain": "catalogue:explain",
}
_ON_PATHS: Final = {
    "check": "judging:check_paths",
    "baseline": "accepting:baseline_of_paths",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    console.prepare()
    try:
        said = _language(given)
        language = said or language_of()
        say = translator(language)
        found = Namespace(language=language, said_language=said)
        return _excused(lambda: _run(parse(given, say, found), say), found, say)
    except KeyboardInterrupt:
        return INTERRUPTED
    finally:
        console.settle()


def _excused(work: Callable[[], int], asked: Namespace, say: Say) -> int:
    """Return the exit status of ``work``, or say in one line why there is none."""
    try:
        return work()
    except TolkbarError as error:
        if isinstance(error, DefectError) and _wants_traceback():
            raise
        if vars(asked).get("format"):
            from tolkbar.reporting import annotate  # noqa: PLC0415 - for those who ask for a form

            annotate(error, asked, say)
        place = f"{error.location}: " if error.location else ""
        return _complain(f"{place}{say(error.message)}")
    except OSError as error:
        name = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        advice = f". {say(_ADVICE[error.errno])}" if error.errno in _ADVICE else ""
        return _complain(f"{name}{error.strerror or error}{advice}")
    except Exception as error:  # the last resort of people who did nothing wrong
        if _wants_traceback():
            raise
        return _complain(say(_unexpected(error)))


def _run(asked: Namespace, say: Say) -> int:
    """Load what does the work, and nothing that only others need: who judges any site needs no pipeline."""
    known = _ON_PATHS if vars(asked).get("paths") else _COMMANDS
    module, _, name = known[asked.command].partition(":")
    work: Callable[[Namespace, Say], int] = getattr(import_module(f"tolkbar.{module}"), name)
    return work(asked, say)


def _language(arguments: Sequence[str]) -> str | None:
    """Return what ``--language`` says, if anything, before all else is understood: help needs it."""
    for number, argument in enumerate(arguments, 1):
        name, _, value = argument.partition("=")
        if name == "--language":
            wanted = value or next(iter(arguments[number:]), "")
            return wanted if wanted in LANGUAGES else DEFAULT
    return None


def _complain(sentence: str) -> int:
    console.tell(f"tolkbar: {' '.join(sentence.split())}")
    return IMPOSSIBLE


def _wants_traceback() -> bool:
    return bool(os.environ.get("TOLKBAR_TRACEBACK"))


def _unexpected(error: Exception) -> Message:
    return msg(
        "This should not happen ({kind}). Nothing was published. "
        "Set TOLKBAR_TRACEBACK=1, run again and report it.",
        kind=type(error).__name__,
    )
