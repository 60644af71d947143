"""Where each key of a TOML text stands.

``tomllib`` reads values and forgets their places; this walk finds the places and forgets the values.
It goes through the text once, without recursion, and expects TOML that ``tomllib`` has accepted.  In other
text it stops at the first thing it cannot place, which is how a syntax error finds its statement.
Grammar: https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

KeyPath = tuple[str | int, ...]
"""The way to a value: keys, and positions in arrays from 0: ``("kontakt", "hours", 0, "opens")``."""

MAX_KEY_PARTS = 64
"""A key with so many dotted parts nobody writes, and the time for one grows with their square."""
_MAX_ELEMENTS = 1000
"""How many elements of a list are placed; the rest stand where the list does."""

_BASIC = r'"(?!"")(?:[^"\\\n]++|\\.)*+"'
_LITERAL = r"'(?!'')[^'\n]*+'"
_LONG = r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+"{3,5}' + r"|'''(?:[^']++|'(?!''))*+'{3,5}"
_DATE_AND_TIME = r"\d{4}-\d\d-\d\d \d\d:[^\s,\]}#]*+"

_SPACE = re.compile(r"[ \t]*+")
_BLANK = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_KEY_PART = re.compile(rf"[A-Za-z0-9_-]++|{_BASIC}|{_LITERAL}")
_SCALAR = re.compile(rf"{_LONG}|{_BASIC}|{_LITERAL}|{_DATE_AND_TIME}|[^\s,\[\]{{}}#=\"']++")


class _LostError(Exception):
    """The text at this point is not TOML."""


@dataclass(slots=True)
class _Open:
    """An array or inline table whose closing bracket is still to come; ``index`` is None in a table."""

    path: KeyPath
    index: int | None


@dataclass(slots=True)
class Scan:
    """A walk over ``text``, its line ends LF, and what it found.

    ``offsets`` tells at which character each key, table and array element begins, ``statements`` where
    each key and table header stands, in order, ``deepest`` where the one stands that nests deepest.
    """

    text: str
    offsets: dict[KeyPath, int] = field(default_factory=dict)
    statements: list[int] = field(default_factory=list)
    deepest: int = 0
    _depth: int = 0
    _position: int = 0
    _table: KeyPath = ()
    _lengths: dict[KeyPath, int] = field(default_factory=dict)

    def run(self) -> Scan:
        """Walk to the end of the text, or to where it is no longer TOML, and return the walk."""
        try:
            self._skip(_BLANK)
            while self._position < len(self.text):
                self._statement()
                self._skip(_BLANK)
        except _LostError:
            pass  # tomllib has told, or will tell, what is wrong there
        return self

    def _statement(self) -> None:
        """Place one table header or one ``key = value``."""
        start = self._position
        self.statements.append(start)
        if self._take("[["):
            self._open_array_of_tables(self._resolve(self._key()), start)
            self._expect("]]")
        elif self._take("["):
            self._table = self._resolve(self._key())
            self._mark(self._table, start)
            self._expect("]")
        else:
            self._value(self._assignment(self._table))

    def _open_array_of_tables(self, path: KeyPath, start: int) -> None:
        """Make the next element of the array of tables at ``path`` the current table."""
        index = self._lengths.get(path, 0)
        self._lengths[path] = index + 1
        self._table = (*path, index)
        self._mark(self._table, start)

    def _mark(self, path: KeyPath, start: int) -> None:
        """Place a table, and the tables around it that have no header of their own before."""
        for length in range(1, len(path) + 1):
            self.offsets.setdefault(path[:length], start)

    def _resolve(self, key: tuple[str, ...]) -> KeyPath:
        """Return the path of a header; on its way an array of tables means its last element."""
        path: KeyPath = ()
        for part in key[:-1]:
            path = (*path, part)
            if path in self._lengths:
                path = (*path, self._lengths[path] - 1)
        return (*path, key[-1])

    def _assignment(self, table: KeyPath) -> KeyPath:
        """Place a key and its equals sign; return the path of the value that follows."""
        start = self._position
        path = table
        for part in self._key():
            path = (*path, part)
            self.offsets.setdefault(path, start)
        self._expect("=")
        self._skip(_SPACE)
        return path

    def _value(self, path: KeyPath) -> None:
        """Place the value at ``path`` and everything inside it."""
        stack: list[_Open] = []
        following: KeyPath | None = path
        while following is not None:
            if len(stack) > self._depth:
                self._depth, self.deepest = len(stack), self.statements[-1]
            if self._take("["):
                stack.append(_Open(following, 0))
            elif self._take("{"):
                stack.append(_Open(following, None))
            else:
                self._match(_SCALAR)
            following = self._next_inside(stack)

    def _next_inside(self, stack: list[_Open]) -> KeyPath | None:
        """Close what ends here; return the path of the next value within, None when all is closed."""
        while stack:
            self._skip(_BLANK)
            if self._take(","):
                self._skip(_BLANK)
            if self._take("]") or self._take("}"):
                stack.pop()
                continue
            return self._element(stack[-1])
        return None

    def _element(self, inside: _Open) -> KeyPath:
        """Place the start of the next element of an array, or of the next key of an inline table."""
        if inside.index is None:
            return self._assignment(inside.path)
        path = (*inside.path, inside.index)
        inside.index += 1
        if inside.index <= _MAX_ELEMENTS and self._position < len(self.text):
            self.offsets[path] = self._position
        return path

    def _key(self) -> tuple[str, ...]:
        """Read a key with all its dotted parts."""
        parts: list[str] = []
        while True:
            self._skip(_SPACE)
            parts.append(_plain(self._match(_KEY_PART)))
            self._skip(_SPACE)
            if not self._take("."):
                return tuple(parts)
            if len(parts) >= MAX_KEY_PARTS:
                raise _LostError

    def _skip(self, pattern: re.Pattern[str]) -> None:
        """Move past what ``pattern`` matches, be it nothing."""
        match = pattern.match(self.text, self._position)
        if match:
            self._position = match.end()

    def _match(self, pattern: re.Pattern[str]) -> str:
        """Return what ``pattern`` matches here and move past it."""
        match = pattern.match(self.text, self._position)
        if not match:
            raise _LostError
        self._position = match.end()
        return match.group()

    def _take(self, token: str) -> bool:
        """Move past ``token`` if it stands here."""
        here = self.text.startswith(token, self._position)
        if here:
            self._position += len(token)
        return here

    def _expect(self, token: str) -> None:
        """Move past ``token``, which must stand here."""
        if not self._take(token):
            raise _LostError


def _plain(part: str) -> str:
    """Return a key part without its quotation marks and escapes."""
    if part[0] not in "\"'":
        return part
    if "\\" not in part or part[0] == "'":
        return part[1:-1]
    try:
        return str(tomllib.loads(f"key = {part}")["key"])
    except tomllib.TOMLDecodeError as error:
        raise _LostError from error
