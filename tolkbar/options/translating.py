"""What the commands for translators can be asked."""

from __future__ import annotations

from pathlib import Path
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


def export(command: Parser) -> None:
    """Add where the texts go, and which."""
    command.option(
        "--to",
        msg("the file to write, its form by its name: .po, .xlf, .csv, .tmx; several languages get one each"),
        type=Path,
        required=True,
        metavar="FILE",
    )
    command.option("--left", msg("only what is left to translate"), action="store_true")
    _into(command)


def take(command: Parser) -> None:
    """Add what is taken over of a file with translations."""
    command.option(
        "--partial",
        msg("of translations, take over what can be, and leave out what is refused"),
        action="store_true",
    )
    command.option(
        "--overwrite",
        msg("of translations, take over those too that have changed in the catalogs since the export"),
        action="store_true",
    )
    _into(command)


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
