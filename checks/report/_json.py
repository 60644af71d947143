"""JSON of any length, written piece by piece."""

from __future__ import annotations

from json import JSONEncoder
from typing import TYPE_CHECKING, Any, Final

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_PIECE: Final = 300_000  # characters that are joined at a time
_STEP: Final = "  "
_slow: Final = JSONEncoder(ensure_ascii=False, indent=len(_STEP))
_slow_line: Final = JSONEncoder(separators=(",", ":"))
_fast: Final = msgspec.json.Encoder()


def line(value: dict[str, Any]) -> str:
    """Return a small value as one line of JSON Lines (https://jsonlines.org)."""
    try:
        return f"{_fast.encode(value).decode()}\n"
    except (TypeError, ValueError, msgspec.MsgspecError):  # names of odd files
        return f"{_slow_line.encode(value)}\n"


class Each(list[Any]):
    """A list in a document whose items are made one at a time, when they are written."""

    def __init__(self, make: Callable[[Any], Any], items: Sequence[Any]) -> None:
        """Make each of ``items`` into what stands in the document."""
        super().__init__(items)
        self._make = make

    def __iter__(self) -> Iterator[Any]:
        """Yield what stands in the document."""
        return map(self._make, super().__iter__())


def pieces(document: dict[str, Any]) -> Iterator[str]:
    """Yield ``document`` as text, two spaces a level, in pieces of some hundred kilobytes.

    All of a long report at once, as ``json.dumps`` makes it, would take ten times its size in memory.
    """
    waiting: list[str] = []
    size = 0
    for small in _written(document, "\n"):
        waiting.append(small)
        size += len(small)
        if size > _PIECE:
            yield "".join(waiting)
            waiting.clear()
            size = 0
    yield "".join([*waiting, "\n"])


def _written(value: Any, newline: str) -> Iterator[str]:  # noqa: ANN401 - whatever JSON can carry
    """Yield a value as it stands behind ``newline``, which ends in the white space before it."""
    if isinstance(value, Each) and value:
        yield from _items(value, newline)
    elif isinstance(value, dict) and any(map(_is_long, value.values())):
        yield from _listed(((item, f"{_text(key)}: ") for key, item in value.items()), "{}", newline)
    elif isinstance(value, list) and any(map(_is_long, value)):
        yield from _listed(((item, "") for item in value), "[]", newline)
    else:
        yield _text(value).replace("\n", newline)


def _items(items: Each, newline: str) -> Iterator[str]:
    """Yield a list of small values, each made when it is written."""
    inside = newline + _STEP
    before = "["
    for item in items:
        text = _text(item).replace("\n", inside)
        yield f"{before}{inside}{text}"
        before = ","
    yield f"{newline}]"


def _listed(items: Iterable[tuple[Any, str]], brackets: str, newline: str) -> Iterator[str]:
    inside = newline + _STEP
    before = brackets[0]
    for item, name in items:
        yield f"{before}{inside}{name}"
        yield from _written(item, inside)
        before = ","
    yield newline + brackets[1]


def _is_long(value: Any) -> bool:  # noqa: ANN401 - as above
    """Return whether some of a value is made only when it is written."""
    if isinstance(value, Each):
        return True
    if isinstance(value, dict):
        return any(map(_is_long, value.values()))
    return isinstance(value, list) and any(map(_is_long, value))


def _text(value: Any) -> str:  # noqa: ANN401 - as above
    """Return a small value, by the fast way where that can carry it: other text than names of odd files."""
    try:
        return msgspec.json.format(_fast.encode(value), indent=len(_STEP)).decode()
    except (TypeError, ValueError, msgspec.MsgspecError):
        return _slow.encode(value)
