"""What the commands for translators can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pipeline.model import msg
from tolkbar import words

if TYPE_CHECKING:
    from tolkbar.options.grammar import Parser

STATUS_FORMATS: Final = ("text", "json")
PORT: Final = 8000


def status(command: Parser) -> None:
    """Add which languages are shown, and in which form."""
    _into(command)
    command.option(
        "--format",
        msg("the form of the answer: text, json (default: text)"),
        choices=STATUS_FORMATS,
        default=STATUS_FORMATS[0],
    )


def serve(command: Parser) -> None:
    """Add where the preview is found."""
    command.option(
        "--port",
        msg("the port on this machine (default: 8000; 0: any that is free)"),
        type=words.port,
        default=PORT,
        metavar="NUMBER",
    )
    command.option("--open", msg("open the browser, too"), action="store_true")
    command.option("--edit", msg("let translations be written in the browser, too"), action="store_true")


def _into(command: Parser) -> None:
    command.option(
        "--into",
        msg("only this language of the site, as de; repeatable (default: all)"),
        action="append",
        default=[],
        metavar="LANGUAGE",
    )
