"""JSON of any length, written piece by piece."""

from __future__ import annotations

from itertools import islice
from json import JSONEncoder
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_PIECES: Final = 10_000  # small ones that are joined at a time


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
    small = JSONEncoder(ensure_ascii=False, indent=2).iterencode(document)
    while piece := "".join(islice(small, _PIECES)):
        yield piece
    yield "\n"
