"""The structure of a specimen, as it is written in an example."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from checks.specimens.syntax import objects

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ANNOTATION: Final = "annotation"
_INDENT: Final = 2  # spaces a level


@dataclass(slots=True)
class Element:
    """A structure element; its ``items`` are elements, texts, and the numbers of annotations."""

    type: str
    entries: dict[str, str] = field(default_factory=dict)
    items: list[Element | str | int] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[Element]:
        """Yield it, and all elements below it, in the order of the document."""
        yield self
        for item in self.items:
            if isinstance(item, Element):
                yield from item.elements


def tagged(lines: Sequence[str]) -> list[Element]:
    """Return the elements at the root of the structure that ``lines`` state."""
    top = Element("")
    path = [top]
    for line in lines:
        level = (len(line) - len(line.lstrip())) // _INDENT
        if level >= len(path):
            raise ValueError(f"this is indented too far: {line}")
        del path[level + 1 :]
        items = _read(objects(line))
        path[-1].items += items
        path += [item for item in items if isinstance(item, Element)]
    return [item for item in top.items if isinstance(item, Element)]


def _read(written: list[str]) -> list[Element | str | int]:
    """Return what a line states: one element, or items of the one above."""
    first = written[0]
    if first.startswith('"') or first == _ANNOTATION:
        return list(_items(iter(written)))
    entries, rest = {}, iter(written[1:])
    items: list[Element | str | int] = []
    for word in rest:
        if word.startswith("/"):
            entries[word] = next(rest)
        else:
            items += _items(iter([word, *rest]))
    return [Element(first, entries, items)]


def _items(words: Iterator[str]) -> Iterator[str | int]:
    for word in words:
        if word.startswith('"'):
            yield word[1:-1]
        elif word == _ANNOTATION:
            yield int(next(words))
        else:
            raise ValueError(f"neither text nor an annotation: {word}")
