"""How the command line speaks: help and complaints in the reader's language."""

from __future__ import annotations

import argparse
import re
import sys
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from pipeline.model import Message, msg
from tolkbar import console
from tolkbar.words import LIMITS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Say = Callable[[Message], str]
    Option = tuple[str, Message, dict[str, Any]]

# What argparse says is English; these are its sentences that a person may well meet, as regular expressions.
_FAULTS = (
    (r"unrecognized arguments: (?P<given>.*)", msg("there is no option {given}")),
    (r"the following arguments are required: (?P<missing>.*)", msg("{missing} is missing")),
    (r"argument (?P<name>.*): expected one argument", msg("{name} needs a value")),
    *(
        (
            rf"argument (?P<name>.*?): invalid {kind} value: '(?P<given>.*)'",
            msg("{name} cannot be {given}; it can be {least} to {most}", least=least, most=most),
        )
        for kind, (least, most) in LIMITS.items()
    ),
    (
        r"argument (?P<name>.*?): invalid \w+ value: '(?P<given>.*)'",
        msg("{name} cannot be {given}; see the help for what it can be"),
    ),
    (
        r"argument (?P<name>.*?): invalid choice: (?P<given>.*?)(?:, .*)? \(choose from (?P<known>.*)\)",
        msg("{name} cannot be {given}; there is {known}"),
    ),
)


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
        self._given: Any = None  # argparse's group of arguments, where there are any
        self.options = self.add_argument_group(say(msg("options")))
        self.options.add_argument("-h", "--help", action="help", help=say(msg("show this help and exit")))

    def option(self, name: str, sentence: Message, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        """Add an option, explained by ``sentence``."""
        self.options.add_argument(name, help=self._say(sentence), **settings)

    def argument(self, name: str, sentence: Message, **settings: Any) -> None:  # noqa: ANN401 - argparse's own
        """Add what stands without a name of its own, explained by ``sentence``."""
        if self._given is None:
            self._given = self.add_argument_group(self._say(msg("arguments")))
        self._given.add_argument(name, help=self._say(sentence), **settings)

    def section(self, title: Message, options: Iterable[Option]) -> None:
        """Add options under a heading of their own."""
        group = self.add_argument_group(self._say(title))
        for name, sentence, settings in options:
            group.add_argument(name, help=self._say(sentence), **settings)

    def error(self, message: str) -> NoReturn:
        """Say it, and where to find help."""
        found = ((re.fullmatch(pattern, message), sentence) for pattern, sentence in _FAULTS)
        known = (self._say(_with(sentence, match)) for match, sentence in found if match)
        console.tell(f"{self.prog}: {next(known, message)} ({self.prog} --help)")
        sys.exit(2)


def _with(sentence: Message, match: re.Match[str]) -> Message:
    """Return ``sentence`` with its fields filled by the groups of ``match``."""
    return Message(sentence.msgid, (*sentence.arguments, *match.groupdict().items()))
