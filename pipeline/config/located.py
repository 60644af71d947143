"""TOML whose every value knows its line: ``tomllib`` for the values, :mod:`.scan` for the places."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pipeline.config.scan import MAX_KEY_PARTS, Scan
from pipeline.config.syntax import explain
from pipeline.errors import ConfigError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pipeline.config.scan import KeyPath
    from pipeline.model import Message

_SHOWN_LENGTH = 100

_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
_DEEP_KEY = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}[ \t]*+\.[ \t]*+){{{MAX_KEY_PARTS}}}")
_HUGE_NUMBER = re.compile(r"[0-9_]{4301,}")
"""More digits than Python turns into a number (``sys.get_int_max_str_digits``)."""


def shown(text: str) -> str:
    """Return ``text`` for a sentence: one short line, in which nothing is invisible."""
    short = text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"
    return "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in short)


class _Places:
    """Turns key paths and character offsets of one TOML text into locations."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        """Scan ``text``, which begins on ``first_line`` of the file ``path``."""
        self.path = path
        self._first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._scan = Scan(text).run()

    def at(self, offset: int) -> Location:
        """Return the location of the character at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        return Location(self.path, self._first_line + index, offset - self._starts[index] + 1)

    def of(self, key_path: KeyPath) -> Location:
        """Return where ``key_path`` stands, or the nearest table around it that is written."""
        while key_path and key_path not in self._scan.offsets:
            key_path = key_path[:-1]
        return self.at(self._scan.offsets.get(key_path, 0))

    def of_line(self, line: int, column: int) -> Location:
        """Return the location of ``line`` and ``column`` of the TOML text, both from 1."""
        return Location(self.path, self._first_line + line - 1, column)

    def of_deepest(self) -> Location:
        """Return where the statement begins whose lists and tables nest deepest."""
        return self.at(self._scan.deepest)

    def of_statement(self, line: int | None) -> Location:
        """Return where the statement begins that is still open on ``line`` (None: at the end)."""
        end = self._starts[line] if line is not None and line < len(self._starts) else None
        begun = [offset for offset in self._scan.statements if end is None or offset < end]
        return self.at(begun[-1] if begun else 0)


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a TOML file with its way there, and an example of how it is written."""

    value: object
    key_path: KeyPath
    example: str
    _places: _Places

    @property
    def key(self) -> str:
        """The key that the value stands under; an array's elements share the array's."""
        return next((part for part in reversed(self.key_path) if isinstance(part, str)), "")

    @property
    def table_name(self) -> str:
        """How people call this table: ``[languages.en]``, or the file's name for its top."""
        dotted = ".".join(part for part in self.key_path if isinstance(part, str))
        return f"[{shown(dotted)}]" if dotted else PurePosixPath(self._places.path).name

    @property
    def location(self) -> Location:
        """Where the key, table or element stands."""
        return self._places.of(self.key_path)

    def error(self, message: Message) -> ConfigError:
        """Return ``message`` as an error at this place, to be raised."""
        return ConfigError(message, self.location)

    def table(self) -> Mapping[str, object]:
        """Return the value, which must be a table; raise ConfigError if not."""
        if isinstance(self.value, dict):
            return self.value
        raise self.error(
            msg(
                'The key "{key}" must be a table, as in {example}.', key=shown(self.key), example=self.example
            )
        )

    def child(self, key: str, example: str = "") -> Node:
        """Return the value under ``key`` of this table, None as its value where there is none."""
        example = example or f"[{shown('.'.join(map(str, (*self.key_path, key))))}]"
        return Node(self.table().get(key), (*self.key_path, key), example, self._places)

    def children(self) -> Iterator[Node]:
        """Yield every value of this table, in the order of the file."""
        return (self.child(key) for key in self.table())

    def elements(self) -> Iterator[Node]:
        """Yield every element of this array; raise ConfigError if it is none."""
        if not isinstance(self.value, list):
            raise self.error(
                msg('The key "{key}" must be a list, as in {example}.', key=self.key, example=self.example)
            )
        for index, element in enumerate(self.value):
            yield Node(element, (*self.key_path, index), self.example, self._places)

    def places(self) -> dict[str, Location]:
        """Return where everything inside stands, by dotted way from here: ``"hours.0.opens"``."""
        found: dict[str, Location] = {}
        waiting: list[tuple[KeyPath, object]] = [((), self.value)]
        while waiting:
            way, value = waiting.pop()
            if way:
                found[".".join(map(str, way))] = self._places.of((*self.key_path, *way))
            waiting.extend(((*way, part), inner) for part, inner in _inside(value))
        return found


def _inside(value: object) -> Iterator[tuple[str | int, object]]:
    """Yield the keys or positions of a table or array, with their values."""
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)


def read_toml(text: str, path: str, first_line: int = 1) -> Node:
    """Return the table that ``text``, its line ends LF, holds; raise ConfigError if it is not TOML.

    ``path`` is the file's name for people, ``first_line`` the line in that file on which ``text`` begins.
    """
    has_room = text.count(".") >= MAX_KEY_PARTS  # a quicker look: next to no file has
    if has_room and (deep := _DEEP_KEY.search(text)):
        raise ConfigError(_too_deep(), _Places(text, path, first_line).at(deep.start()))
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(error, _Places(text, path, first_line)) from error
    except RecursionError as error:
        raise ConfigError(_too_deep(), _Places(text, path, first_line).of_deepest()) from error
    except ValueError as error:
        raise _number_error(text, _Places(text, path, first_line)) from error
    return Node(values, (), "", _Places(text, path, first_line))


def _too_deep() -> Message:
    return msg("Tables or lists are nested too deeply here; a site's records need three levels.")


def _number_error(text: str, places: _Places) -> ConfigError:
    """Return the error for a number that Python refuses to read."""
    match = _HUGE_NUMBER.search(text)
    message = msg("A number here has too many digits; put it in quotation marks if it is text.")
    return ConfigError(message, places.at(match.start() if match else 0))


def _syntax_error(error: tomllib.TOMLDecodeError, places: _Places) -> ConfigError:
    """Return tomllib's complaint as ours: our sentence, the file's own line."""
    fault = explain(str(error))
    if fault.line is None or fault.spans_lines:
        return ConfigError(fault.message, places.of_statement(fault.line))
    return ConfigError(fault.message, places.of_line(fault.line, fault.column))
