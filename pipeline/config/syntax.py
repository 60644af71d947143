"""What ``tomllib`` says about broken TOML, in sentences that tell an editor what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.model import msg

if TYPE_CHECKING:
    from pipeline.model import Message

_POSITION = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")

_UNQUOTED = msg('The value is missing or no TOML; put text in straight quotation marks: key = "text".')
_NO_STATEMENT = msg('This line is no TOML; write key = "text", [table] or # comment.')
_NO_EQUALS = msg('The key, of a-z, 0-9, - and _ only, needs an equals sign after it; write key = "text".')
_TRAILING = msg(
    "Something stands after the value; write one key on a line, text in quotation marks, dates as 2026-11-23 "
    "and times as 09:00:00."
)
_OPEN_TEXT = msg("The closing quotation mark is missing; write it at the end of the text.")
_CONTROL = msg("An invisible control character stands here; delete it and type the text again.")
_ESCAPE = msg(
    'A backslash in "text" must be written twice (\\\\), or the text put in single quotation marks.'
)
_OPEN_TABLE = msg("The closing bracket of the table's name is missing; write [name] or [[name]].")
_OPEN_ARRAY = msg('The list has a bracket or comma missing; write key = ["one", "two"].')
_OPEN_BRACES = msg("The braces are not closed; close them on the line that opens them.")
_TWICE = msg("This key or table stands in the file before; keep one of the two.")
_KEY_LETTERS = msg("A key is written with a-z, A-Z, 0-9, - and _; put any other in quotation marks.")
_NO_DATE = msg("There is no such date or time; dates are written 2026-11-23, times 09:00:00.")

_SENTENCES: tuple[tuple[str, Message], ...] = (
    ("Invalid value", _UNQUOTED),
    ("Invalid statement", _NO_STATEMENT),
    ("Expected '='", _NO_EQUALS),
    ("Expected newline", _TRAILING),
    ("Unterminated string", _OPEN_TEXT),
    ("Illegal character '\\n'", _OPEN_TEXT),
    ("Expected \"'", _OPEN_TEXT),
    ("Illegal character", _CONTROL),
    ("Found invalid character", _CONTROL),
    ("Unescaped", _ESCAPE),
    ("Escaped character", _ESCAPE),
    ("Invalid hex value", _ESCAPE),
    ("Expected ']", _OPEN_TABLE),
    ("Unclosed array", _OPEN_ARRAY),
    ("Unclosed inline table", _OPEN_BRACES),
    ("Cannot declare", _TWICE),
    ("Cannot overwrite", _TWICE),
    ("Cannot mutate", _TWICE),
    ("Cannot redefine", _TWICE),
    ("Duplicate inline table key", _TWICE),
    ("Invalid initial character", _KEY_LETTERS),
    ("Invalid date", _NO_DATE),
)
"""By how the complaint begins, in Python 3.11's wording; one not listed here is passed on as it stands."""

_SPANNING = (_OPEN_TEXT, _OPEN_ARRAY)
"""Faults that ``tomllib`` notices lines after the statement that has them."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error: its sentence, and line and column in the TOML text; no line at the text's end.

    ``spans_lines`` says that the fault lies where the statement begins, not where it was noticed.
    """

    message: Message
    line: int | None
    column: int
    spans_lines: bool


def explain(complaint: str) -> Fault:
    """Return ``complaint``, the text of a ``tomllib.TOMLDecodeError``, as a fault."""
    position = _POSITION.search(complaint)
    reason = complaint[: position.start()] if position else complaint
    message = next((sentence for start, sentence in _SENTENCES if reason.startswith(start)), None)
    if message is None:
        message = msg("This is no TOML: {reason}; see https://toml.io.", reason=reason)
    line = int(position["line"]) if position and position["line"] else None
    column = int(position["column"]) if position and position["column"] else 1
    return Fault(message, line, column, message in _SPANNING)
