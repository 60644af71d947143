"""``tolkbar import``: a page, or translations, by the name of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from pipeline.model import Message

    Say = Callable[[Message], str]


def take(asked: Namespace, say: Say) -> int:
    """Let those take over a file who know its form; pages are what is left."""
    from tolkbar.exchange.formats import SUFFIXES  # noqa: PLC0415 - only for this command

    if asked.file.suffix.lower() in SUFFIXES:
        from tolkbar.exchange.command import take as work  # noqa: PLC0415 - each form needs rooms of its own
    else:
        from tolkbar.importing.command import run as work  # noqa: PLC0415 - as above
    return work(asked, say)
