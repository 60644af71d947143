"""The command line: what can be asked, and in which words."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.model import msg
from tolkbar import __version__
from tolkbar.language import LANGUAGES
from tolkbar.options import judging, making, translating
from tolkbar.options.grammar import Parser

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Collection, Sequence

    from pipeline.model import Message

    Say = Callable[[Message], str]

_COMMANDS: Final = (
    ("init", msg("make a new site that publishes at once"), making.init),
    ("import", msg("take over a page from elsewhere, a Word file, or translations"), making.import_),
    ("export", msg("write what translators need into one file for each language"), translating.export),
    ("extract", msg("write the templates and merge the catalogs"), making.extract),
    ("status", msg("show how far the translations have come, and what waits longest"), translating.status),
    ("build", msg("make all editions as a candidate, without judging it"), making.build),
    ("check", msg("judge the site's candidate and catalogs, or what PATH names"), judging.check),
    ("serve", msg("show the site in a browser as it is written, until Ctrl-C"), translating.serve),
    ("explain", msg("say what a rule asks for, why, and show examples"), judging.explain),
    ("waive", msg("accept a finding for a while, with a reason"), judging.waive),
    (
        "baseline",
        msg("accept all that is found today, for a while; new findings close the gate"),
        judging.baseline,
    ),
    (
        "statement",
        msg("draft what the accessibility statement says of faults, for a person to finish"),
        judging.statement,
    ),
    ("publish", msg("extract, build, check, and replace output/ if the gate is open"), judging.publish),
)


def parse(given: Sequence[str], say: Say, found: Namespace | None = None) -> Namespace:
    """Return what the command line asks for, added to what is ``found`` already.

    Ends the process where it asks for help, in the language of ``say``, or for what there is not.
    """
    return _parser(say, given).parse_args(given, found)


def _parser(say: Say, given: Collection[str]) -> Parser:
    """Return the parser of the whole command; only the commands that are ``given`` know their own options."""
    whole = Parser(
        say=say,
        prog="tolkbar",
        description=say(msg("One Swedish source, editions in several languages, and a gate.")),
    )
    whole.option(
        "--version", msg("show the version and exit"), action="version", version=f"tolkbar {__version__}"
    )
    _everywhere(whole, site=Path(), language=None)
    commands = whole.add_subparsers(
        title=say(msg("commands")), dest="command", required=True, metavar="COMMAND", parser_class=Parser
    )
    for name, sentence, add in _COMMANDS:
        command = commands.add_parser(name, say=say, help=say(sentence), description=say(sentence))
        if name in given:
            _everywhere(command, site=argparse.SUPPRESS, language=argparse.SUPPRESS)
            add(command)
    return whole


def _everywhere(parser: Parser, *, site: Path | str, language: str | None) -> None:
    """Add what may stand before and after the command's name; what is said after goes before."""
    parser.option(
        "--site",
        msg("the site's root, where source/site.toml is (default: this folder)"),
        type=Path,
        default=site,
        metavar="DIRECTORY",
    )
    parser.option(
        "--language",
        msg("the language of messages (default: from the environment, else English)"),
        choices=LANGUAGES,
        default=language,
    )
