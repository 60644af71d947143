"""What the commands that make something can be asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.model import msg
from tolkbar import words
from tolkbar.options import translating

if TYPE_CHECKING:
    from tolkbar.options.grammar import Parser


def init(command: Parser) -> None:
    """Add where the new site goes, and what it is called."""
    command.argument("directory", msg("a new or empty folder for the site"), type=Path, metavar="DIRECTORY")
    command.option("--name", msg("what the site is called"), metavar="NAME")
    command.option(
        "--address",
        msg("where it will be, as https://www.kommun.example"),
        type=words.site,
        metavar="ADDRESS",
    )


def import_(command: Parser) -> None:
    """Add the file to take over, and what its page is called."""
    command.argument(
        "file",
        msg("a saved web page (.html), a Word document (.docx), or translations (.po, .xlf, .csv, .tmx)"),
        type=Path,
        metavar="FILE",
    )
    command.option(
        "--page", msg("what the page is called in source/pages (default: from its title)"), metavar="NAME"
    )
    translating.take(command)


def extract(_command: Parser) -> None:
    """Nothing more to ask."""


def build(command: Parser) -> None:
    """Add where the candidate is copied to."""
    command.option("--output", msg("also copy the candidate to this folder"), type=Path, metavar="DIRECTORY")
