"""``tolkbar``: what it was asked, who does it, and what it says when it cannot.

Exit status: 0 done, gate open; 1 gate closed; 2 could not do it.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from pipeline.errors import TolkbarError
from pipeline.model import msg
from tolkbar.language import language_of, translator
from tolkbar.options import parser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence

    from pipeline.model import Message

DONE, CLOSED, IMPOSSIBLE, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = parser(translator(_language(given))).parse_args(given)
    say = translator(asked.language or language_of())
    try:
        return _run(asked, say)
    except TolkbarError as error:
        place = f"{error.location}: " if error.location else ""
        return _complain(f"{place}{say(error.message)}")
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        return _complain(f"{name}{error.strerror or type(error).__name__}")
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last resort of people who did nothing wrong
        if os.environ.get("TOLKBAR_TRACEBACK"):
            raise
        return _complain(say(_unexpected(error)))


def _run(asked: Namespace, say: Callable[[Message], str]) -> int:
    from tolkbar import work  # noqa: PLC0415 - help and version need none of it

    return {"extract": work.extract, "build": work.build, "check": work.check, "publish": work.publish}[asked.command](
        asked, say
    )


def _language(arguments: Sequence[str]) -> str:
    """Return the language of the help: what ``--language`` says, before anything else is understood."""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=True):
        if name == "--language":
            return value if value in ("sv", "de") else "en"
        if name.startswith("--language="):
            return name.partition("=")[2] if name.endswith(("=sv", "=de")) else "en"
    return language_of()


def _complain(sentence: str) -> int:
    sys.stderr.write(f"tolkbar: {' '.join(sentence.split())}\n")
    return IMPOSSIBLE


def _unexpected(error: Exception) -> Message:
    return msg(
        "This should not happen ({kind}). Nothing was published. Set TOLKBAR_TRACEBACK=1, run again and report it.",
        kind=type(error).__name__,
    )
