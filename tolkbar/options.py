"""The command line: what can be asked, and in which words."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from pipeline.model import Message, msg
from tolkbar import __version__, console, words
from tolkbar.language import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Say = Callable[[Message], str]

FORMATS = ("text", "html", "json", "sarif", "junit", "earl", "github")
STANDARDS = ("en301549-3.2.1", "en301549-4.1.1")
FAIL_ON = ("blocking", "advisory", "never")

# What argparse says is English; these are its sentences that a person may well meet.
_FAULTS = (
    (re.compile(r"unrecognized arguments: (?P<given>.*)"), msg("there is no option {given}")),
    (re.compile(r"the following arguments are required: (?P<missing>.*)"), msg("{missing} is missing")),
    (re.compile(r"argument (?P<name>.*): expected one argument"), msg("{name} needs a value")),
    (
        re.compile(r"argument (?P<name>.*?): invalid \w+ value: '(?P<given>.*)'"),
        msg("{name} cannot be {given}; see the help for what it can be"),
    ),
    (
        re.compile(
            r"argument (?P<name>.*?): invalid choice: (?P<given>.*?)(?:, .*)? \(choose from (?P<known>.*)\)"
        ),
        msg("{name} cannot be {given}; there is {known}"),
    ),
)  # fmt: skip


class _Help(argparse.HelpFormatter):
    """Lays out help under headings in the reader's language."""

    def __init__(self, say: Say, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        super().__init__(**settings)
        self._say = say

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Any,  # noqa: ANN401 - argparse's own
        prefix: str | None = None,
    ) -> None:
        words = self._say(msg("usage")) + ": " if prefix is None else prefix
        super().add_usage(usage, actions, groups, words)


class Parser(argparse.ArgumentParser):
    """Speaks the reader's language; says what is wrong with the arguments in one line, and exits with 2."""

    def __init__(self, *, say: Say, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        """Prepare a command line whose help is said by ``say``."""
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=partial(_Help, say), **settings)
        self._say = say
        self.options = self.add_argument_group(say(msg("options")))
        self.options.add_argument("-h", "--help", action="help", help=say(msg("show this help and exit")))

    def option(self, name: str, sentence: Message, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        """Add an option, explained by ``sentence``."""
        self.options.add_argument(name, help=self._say(sentence), **settings)

    def error(self, message: str) -> NoReturn:
        """Say it, and where to find help."""
        found = ((pattern.fullmatch(message), sentence) for pattern, sentence in _FAULTS)
        known = (self._say(msg_with(sentence, match)) for match, sentence in found if match)
        console.tell(f"{self.prog}: {next(known, message)} ({self.prog} --help)")
        sys.exit(2)


def msg_with(sentence: Message, match: re.Match[str]) -> Message:
    """Return ``sentence`` with its fields filled by the groups of ``match``."""
    return Message(sentence.msgid, tuple(match.groupdict().items()))


def parser(say: Say) -> Parser:
    """Return the parser of the whole command, its help in the language of ``say``."""
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
        _everywhere(command, site=argparse.SUPPRESS, language=argparse.SUPPRESS)
        add(command, say)
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


def _init(command: Parser, say: Say) -> None:
    arguments = command.add_argument_group(say(msg("arguments")))
    arguments.add_argument(
        "directory", type=Path, metavar="DIRECTORY", help=say(msg("a new or empty folder for the site"))
    )
    command.option("--name", msg("what the site is called"), metavar="NAME")
    command.option(
        "--address",
        msg("where it will be, as https://www.kommun.example"),
        type=words.site,
        metavar="ADDRESS",
    )


def _import(command: Parser, say: Say) -> None:
    arguments = command.add_argument_group(say(msg("arguments")))
    arguments.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=say(msg("a saved web page (.html) or a Word document (.docx)")),
    )
    command.option(
        "--page", msg("what the page is called in source/pages (default: from its title)"), metavar="NAME"
    )


def _extract(_command: Parser, _say: Say) -> None:
    """Nothing more to ask."""


def _build(command: Parser, _say: Say) -> None:
    command.option("--output", msg("also copy the candidate to this folder"), type=Path, metavar="DIRECTORY")


def _check(command: Parser, say: Say) -> None:
    _subjects(command, say)
    _gate(command)
    command.option(
        "--outcomes", msg("add every rule's outcome on every subject to JSON"), action="store_true"
    )
    _external(command, say)


def _subjects(command: Parser, say: Say) -> None:
    """Add what is judged, and by which rules."""
    arguments = command.add_argument_group(say(msg("arguments")))
    arguments.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=say(msg("a built site's folder, a page, a PDF document, a catalog (default: this site)")),
    )
    several = {"action": "append", "default": []}
    command.option("--rule", msg("judge by this rule only; repeatable"), metavar="ID", **several)
    command.option("--family", msg("judge by this family only; repeatable"), metavar="NAME", **several)
    command.option("--skip", msg("leave this rule out; repeatable"), metavar="ID", **several)
    command.option(
        "--no-cache", msg("use nothing that earlier runs have kept; ask afresh"), action="store_true"
    )


def _external(command: Parser, say: Say) -> None:
    group = command.add_argument_group(say(msg("external links")))
    for name, sentence, settings in _EXTERNAL:
        group.add_argument(name, help=say(sentence), **settings)


_EXTERNAL: tuple[tuple[str, Message, dict[str, Any]], ...] = (
    ("--external", msg("also ask other servers about the links that lead to them"), {"action": "store_true"}),
    (
        "--exclude",
        msg("leave out addresses like this, * for any characters; repeatable"),
        {"action": "append", "default": [], "metavar": "PATTERN"},
    ),
    (
        "--allow-private",
        msg("also ask servers in private networks and on this machine"),
        {"action": "store_true"},
    ),
    (
        "--cache-age",
        msg("how long an address that was found is not asked for again: 30m, 12h, 7d, 0 (default: 1d)"),
        {"type": words.age, "metavar": "AGE"},
    ),
    (
        "--concurrency",
        msg("requests under way at a time (default: 64)"),
        {"type": words.number, "metavar": "NUMBER"},
    ),
    (
        "--per-server",
        msg("requests under way to one server (default: 6)"),
        {"type": words.number, "metavar": "NUMBER"},
    ),
    (
        "--pause",
        msg("the least time between two requests to one server (default: a twentieth)"),
        {"type": words.seconds, "metavar": "SECONDS"},
    ),
    (
        "--timeout",
        msg("how long one request may take (default: 20)"),
        {"type": words.timeout, "metavar": "SECONDS"},
    ),
    (
        "--retries",
        msg("tries after the first, where a fault may pass (default: 2)"),
        {"type": words.tries, "metavar": "NUMBER"},
    ),
    (
        "--proxy",
        msg("the server that asks all others in our stead: http://proxy.example:3128"),
        {"type": words.proxy, "metavar": "ADDRESS"},
    ),
)


def _gate(command: Parser) -> None:
    """Add where the report goes, and what closes the gate."""
    command.option(
        "--format",
        msg("the report's form: text, html, json, sarif, junit, earl, github; repeatable"),
        action="append",
        choices=FORMATS,
        metavar="FORMAT",
    )
    command.option(
        "--output",
        msg("where the report goes (default: standard output); in pairs with --format"),
        action="append",
        type=Path,
        metavar="FILE",
    )
    command.option(
        "--since",
        msg("an earlier report in JSON, to compare the page of --format html with"),
        type=Path,
        metavar="FILE",
    )
    _measure(command)
    command.option(
        "--fail-on", msg("what closes the gate (default: blocking)"), choices=FAIL_ON, default=FAIL_ON[0]
    )


def _measure(command: Parser) -> None:
    """Add by what is judged, and what has been accepted."""
    command.option("--standard", msg("the version of EN 301 549"), choices=STANDARDS, default=STANDARDS[0])
    command.option(
        "--waivers", msg("accepted findings (default: source/waivers.toml)"), type=Path, metavar="FILE"
    )
    command.option(
        "--baseline",
        msg("findings accepted on one day (default: source/baseline.toml)"),
        type=Path,
        metavar="FILE",
    )


def _explain(command: Parser, say: Say) -> None:
    arguments = command.add_argument_group(say(msg("arguments")))
    arguments.add_argument("rule", metavar="RULE", help=say(msg("the id that findings name in brackets")))


def _waive(command: Parser, say: Say) -> None:
    arguments = command.add_argument_group(say(msg("arguments")))
    arguments.add_argument(
        "number", type=words.place, metavar="NUMBER", help=say(msg("the number that the last check gave it"))
    )
    command.option("--reason", msg("why it is accepted for now"), required=True, metavar="TEXT")
    command.option("--who", msg("who answers for that"), required=True, metavar="NAME")
    _until(command)


def _baseline(command: Parser, say: Say) -> None:
    _subjects(command, say)
    _measure(command)
    _until(command)
    command.option("--shrink", msg("only take out of the baseline what has been mended"), action="store_true")
    command.set_defaults(format=None, fail_on=FAIL_ON[0])


def _statement(command: Parser, _say: Say) -> None:
    command.option(
        "--page", msg("the page with the statement, below source/pages (default: found)"), metavar="NAME"
    )
    command.option(
        "--output",
        msg("a new file for the draft (default: standard output)"),
        type=Path,
        metavar="FILE",
    )
    _measure(command)
    command.set_defaults(format=None, fail_on=FAIL_ON[0])


def _until(command: Parser) -> None:
    command.option(
        "--until",
        msg("the last day, as 2027-01-31 (default: in three months)"),
        type=words.day,
        metavar="DAY",
    )


def _publish(command: Parser, _say: Say) -> None:
    _gate(command)
    command.option("--dry-run", msg("do everything but change output/"), action="store_true")


_COMMANDS = (
    ("init", msg("make a new site that publishes at once"), _init),
    ("import", msg("take over a page that was exported from elsewhere, or a Word file"), _import),
    ("extract", msg("write the templates and merge the catalogs"), _extract),
    ("build", msg("make all editions as a candidate, without judging it"), _build),
    ("check", msg("judge the site's candidate and catalogs, or what PATH names"), _check),
    ("explain", msg("say what a rule asks for, why, and show examples"), _explain),
    ("waive", msg("accept a finding for a while, with a reason"), _waive),
    ("baseline", msg("accept all that is found today, for a while; new findings close the gate"), _baseline),
    (
        "statement",
        msg("draft what the accessibility statement says of faults, for a person to finish"),
        _statement,
    ),
    ("publish", msg("extract, build, check, and replace output/ if the gate is open"), _publish),
)
