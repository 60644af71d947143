"""Bytes of a content stream → its operators, each with the bytes of its operands (ISO 32000-1, 7.8.2).

One expression matches the operands and the operator after them, so that Python sees one match an
operator; what nobody asks for is never taken apart.  A path is one match, however many lines and
curves it has.  Every part is possessive: nothing is read twice, whatever the bytes are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from checks.documents.content.inline import end_of_image
from checks.documents.content.strings import hexadecimal, literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Operands = dict[str, "Operands"] | list["Operands"] | float | bytes | str | bool | None

PATH: Final = b"m"  # stands for all operators that construct a path, in one
NESTED: Final = 8  # parentheses in those of a string, arrays and dictionaries in one another
_SPACE: Final = rb"\0\t\n\f\r "
_NAME: Final = rb"/[^" + _SPACE + rb"()<>\[\]{}/%]*+"
_LETTERS: Final = rb"[A-Za-z0-9*'\"]"
_HEX: Final = rb"<[\dA-Fa-f" + _SPACE + rb"]*+>?+"
_KEYWORD: Final = rb"(?:true|false|null)(?!" + _LETTERS + rb")"
_STRANGE: Final = rb"[^" + _SPACE + rb"A-Za-z0-9*'\"/()<>\[\]%+.-]++|[>)*]"  # bytes that mean nothing here


def _string(nested: int = NESTED) -> bytes:
    """Return the expression of a string in parentheses; one that is not closed goes on to the end."""
    inner = rb"|" + _string(nested - 1) if nested else b""
    return rb"\((?:[^()\\]++|\\.?+" + inner + rb")*+(?:\)|\Z)"


_STATEMENT: Final = re.compile(
    rb"((?:[-+.\d" + _SPACE + rb"]++|" + _NAME + rb"|[\[\]]|" + _string() + rb"|<<|>>|" + _HEX
    + rb"|" + _KEYWORD + rb"|%[^\r\n]*+|" + _STRANGE + rb")*+)"
    rb"(?:((?:re|[mlcvyh])(?!" + _LETTERS + rb")"
    rb"(?:[-+.\d" + _SPACE + rb"]++(?:re|[mlcvyh])(?!" + _LETTERS + rb"))*+)"
    rb"|([A-Za-z'\"]" + _LETTERS + rb"*+))?+",
    re.DOTALL,
)  # fmt: skip
_OPERAND: Final = re.compile(
    rb"(?P<string>"
    + _string()
    + rb")|(?P<mark><<|>>|[\[\]])|(?P<hex>"
    + _HEX
    + rb")|(?P<name>"
    + _NAME
    + rb")"
    rb"|(?P<number>[-+.\d]++)|(?P<keyword>" + _KEYWORD + rb")|%[^\r\n]*+",
    re.DOTALL,
)
_SHOWN: Final = re.compile(rb"(" + _string() + rb")|(" + _HEX + rb")|([-+.\d]++)", re.DOTALL)
_NOT_PATHS: Final = bytes(set(range(256)) - set(b"mlcvyhr"))
_SHARP: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_LAST_NAME: Final = re.compile(_NAME)
_LONGEST: Final = 32  # digits of a number


def statements(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Yield each operator, the bytes of its operands, and how many operators that are.

    ``PATH`` stands for a whole path; its operands are all that construct it.  ``ID`` is an inline image,
    its operands the dictionary; its data are passed over.  Bytes that are no content count as operators
    without a name.
    """
    position, end = 0, len(data)
    while position < end:
        for found in _STATEMENT.finditer(data, position):
            operands, path, operator = found.groups()
            if path is not None:
                yield PATH, operands + path, len(path.translate(None, _NOT_PATHS))
                continue
            if operator is None and found.end() == end:
                return
            yield operator or b"", operands, 1
            if operator == b"ID":
                position = end_of_image(data, found.end(), dictionary(operands))
                break
        else:
            return


def numbers(operands: bytes) -> list[float]:
    """Return operands that are nothing but numbers; none where one of them is something else."""
    try:
        return list(map(float, operands.split()))
    except ValueError:
        return [_number(found) for found in re.findall(rb"[-+.\d]+", operands)]


@lru_cache(maxsize=1024)
def last_name(operands: bytes) -> str:
    """Return the last name of the operands, without its slash; an empty one where there is none."""
    slash = operands.rfind(b"/")
    found = _LAST_NAME.match(operands, slash) if slash >= 0 else None
    return _name(found[0]) if found is not None else ""


def last_number(operands: bytes) -> float:
    """Return the last operand as a number; 0 where it is none."""
    words = operands.split()
    return _number(words[-1]) if words else 0.0


def shown(operands: bytes) -> list[bytes | float]:
    """Return what an operator that shows text is given: strings, and numbers that move what follows."""
    found: list[bytes | float] = []
    for string, digits, number in _SHOWN.findall(operands):
        if string:
            found.append(literal(string))
        elif digits:
            found.append(hexadecimal(digits))
        else:
            found.append(_number(number))
    return found


def dictionary(operands: bytes) -> dict[str, Operands]:
    """Return names and values that stand in turn, as in an inline image."""
    values = parsed(b"<<" + operands + b">>")
    found = values[0] if values else None
    return found if isinstance(found, dict) else {}


def parsed(operands: bytes) -> list[Operands]:
    """Return the operands: dictionaries, arrays, numbers, strings as bytes, names as str with their slash."""
    open_: list[tuple[bytes, list[Operands]]] = [(b"", [])]
    for found in _OPERAND.finditer(operands):
        kind, text = found.lastgroup, found[0]
        if kind == "mark" and text in {b"<<", b"["}:
            open_.append((text, []))
        elif kind == "mark":
            _close(open_)
        elif kind is not None:
            open_[-1][1].append(_VALUES[kind](text))
    while len(open_) > 1:
        _close(open_)
    return open_[0][1]


def _close(open_: list[tuple[bytes, list[Operands]]]) -> None:
    if len(open_) > 1:
        mark, values = open_.pop()
        if len(open_) <= NESTED:
            open_[-1][1].append(values if mark == b"[" else _entries(values))


def _entries(values: list[Operands]) -> dict[str, Operands]:
    pairs = zip(values[::2], values[1::2], strict=False)
    return {key: value for key, value in pairs if isinstance(key, str)}


def _name(name: bytes) -> str:
    if b"#" in name:
        name = _SHARP.sub(lambda found: bytes.fromhex(found[1].decode("ascii")), name)
    return name[1:].decode("utf-8", "surrogateescape")


def _number(text: bytes) -> float:
    """Return a number as readers take it: what is no number is 0."""
    try:
        return float(text[:_LONGEST])
    except ValueError:
        return 0.0


_VALUES: Final[dict[str, Any]] = {
    "string": literal,
    "hex": hexadecimal,
    "name": lambda text: "/" + _name(text),
    "number": _number,
    "keyword": {b"true": True, b"false": False}.get,
}
