"""The page shell's own lines, marked for the trace before Jinja puts anything between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2.ext import Extension
from jinja2.lexer import Token

from pipeline.trace import mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jinja2.lexer import TokenStream

_ELEMENT = re.compile(r"^(?:[^<\n]|</)*+(?=<)", re.MULTILINE)
"""What stands before the first element of a line.  Text alone is none, and may be blank on purpose."""


class LineMarks(Extension):
    """Puts a mark before the first element of each line of a template.

    ``environment.source_number`` gives the template's number in the trace, None for one to leave as it is.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Yield the tokens of a template, its own text marked."""
        source_number: Callable[[str | None], int | None] = vars(self.environment)["source_number"]
        number = source_number(stream.name)
        for token in stream:
            yield _marked(token, number) if token.type == "data" and number else token


def _marked(token: Token, number: int) -> Token:
    """Return ``token``, text of the source ``number``, with marks in it."""

    def with_mark(found: re.Match[str]) -> str:
        line = token.lineno + token.value.count("\n", 0, found.start())
        return found[0] + mark(0, line, number)

    return Token(token.lineno, token.type, _ELEMENT.sub(with_mark, token.value))
