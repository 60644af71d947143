"""The command line: what can be asked, and in which words."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from pipeline.model import Message, msg
from tolkbar import __version__
from tolkbar.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

FORMATS = ("text", "json", "github")
STANDARDS = ("en301549-3.2.1", "en301549-4.1.1")
FAIL_ON = ("blocking", "advisory", "never")


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, and exits with 2."""

    def error(self, message: str) -> NoReturn:
        """Say it, and where to find help."""
        sys.stderr.write(f"{self.prog}: {message} ({self.prog} --help)\n")
        sys.exit(2)


def parser(say: Callable[[Message], str]) -> Parser:
    """Return the parser of the whole command, its help in the language of ``say``."""
    whole = Parser(prog="tolkbar", description=say(msg("One Swedish source, editions in several languages, and a gate.")))
    whole.add_argument("--version", action="version", version=f"tolkbar {__version__}")
    commands = whole.add_subparsers(dest="command", required=True, metavar="COMMAND", parser_class=Parser)
    for name, help_text, add in _COMMANDS:
        command = commands.add_parser(name, help=say(help_text), description=say(help_text))
        command.add_argument("--site", type=Path, default=Path(), metavar="DIRECTORY", help=say(_SITE))
        command.add_argument("--language", choices=LANGUAGES, help=say(_LANGUAGE))
        add(command, say)
    return whole


_SITE = msg("the site's root, where source/site.toml is (default: this folder)")
_LANGUAGE = msg("the language of messages (default: from the environment, else English)")


def _extract(_command: Parser, _say: Callable[[Message], str]) -> None:
    """Nothing more to ask."""


def _build(command: Parser, say: Callable[[Message], str]) -> None:
    command.add_argument(
        "--output", type=Path, metavar="DIRECTORY", help=say(msg("also copy the candidate to this folder"))
    )


def _check(command: Parser, say: Callable[[Message], str]) -> None:
    command.add_argument(
        "paths", nargs="*", metavar="PATH",
        help=say(msg("a built site's folder, a page, a PDF document, a catalog (default: this site)")),
    )  # fmt: skip
    _gate(command, say)
    command.add_argument(
        "--rule", action="append", default=[], metavar="ID", help=say(msg("judge by this rule only; repeatable"))
    )
    command.add_argument(
        "--family", action="append", default=[], metavar="NAME", help=say(msg("judge by this family only; repeatable"))
    )
    command.add_argument("--skip", action="append", default=[], metavar="ID", help=say(msg("leave this rule out; repeatable")))
    command.add_argument(
        "--outcomes", action="store_true", help=say(msg("add every rule's outcome on every subject to JSON"))
    )


def _gate(command: Parser, say: Callable[[Message], str]) -> None:
    command.add_argument(
        "--format", action="append", choices=FORMATS, metavar="FORMAT", help=say(msg("the report's form: text, json, github; repeatable"))
    )
    command.add_argument(
        "--output", action="append", type=Path, metavar="FILE",
        help=say(msg("where the report goes (default: standard output); in pairs with --format")),
    )  # fmt: skip
    command.add_argument("--standard", choices=STANDARDS, default=STANDARDS[0], help=say(msg("the version of EN 301 549")))
    command.add_argument(
        "--fail-on", choices=FAIL_ON, default=FAIL_ON[0], help=say(msg("what closes the gate (default: blocking)"))
    )


def _publish(command: Parser, say: Callable[[Message], str]) -> None:
    _gate(command, say)
    command.add_argument(
        "--dry-run", action="store_true", help=say(msg("do everything but change output/"))
    )


_COMMANDS = (
    ("extract", msg("write the templates and merge the catalogs"), _extract),
    ("build", msg("make all editions as a candidate, without judging it"), _build),
    ("check", msg("judge the site's candidate and catalogs, or what PATH names"), _check),
    ("publish", msg("extract, build, check, and replace output/ if the gate is open"), _publish),
)
