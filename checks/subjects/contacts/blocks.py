"""The text of a page in blocks, as people read it."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Final, cast

from checks.dom.tree import Run, nearest, once

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.tree import Dom, Node

_INLINE: Final = frozenset(
    (
        "a abbr b bdi bdo br cite data dfn em font i ins label mark q rp rt ruby small span strong sub sup"
        " time u wbr"
    ).split()
)
_UNREAD: Final = frozenset(
    "script style template noscript code samp kbd pre textarea del object iframe".split()
)
_BLANK: Final = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")  # all but a single space, which may stay


class Block:
    """A stretch of text that is read in one go: a paragraph, a cell, a list item; line breaks are kept."""

    __slots__ = ("_starts", "parts", "text")

    def __init__(self, parts: Sequence[Run | str]) -> None:
        """Put together ``parts``; strings are breaks, and none comes first."""
        self.parts = parts
        self.text = _words(parts[0]) if len(parts) == 1 else "".join(map(_words, parts))
        self._starts: list[int] = []  # of the parts, in the text; of most blocks nobody asks

    def at(self, offset: int) -> Run:
        """Return the run in which the character at ``offset`` stands, or that before a break."""
        if not self._starts:
            self._starts = list(accumulate((len(_words(part)) for part in self.parts[:-1]), initial=0))
        before = (self.parts[number] for number in range(bisect_right(self._starts, offset) - 1, -1, -1))
        return next((part for part in before if isinstance(part, Run)), self._first)

    @property
    def _first(self) -> Run:
        return cast("Run", self.parts[0])

    @property
    def language(self) -> str:
        """Return the language that its first words are marked with; empty where they are not."""
        return language_of(self._first.parent)


def text_blocks(root: Node) -> Iterator[Block]:
    """Yield the text in ``root``, block by block; space alone is none."""
    parts: list[Run | str] = []
    waiting: list[Node | Run | None] = [root]  # None ends a block
    while waiting:
        item = waiting.pop()
        if isinstance(item, Run):
            if parts or not item.data.isspace():
                parts.append(item)
        elif item is not None and item.tag in _INLINE:
            if item.tag == "br" and parts:
                parts.append("\n")
            waiting.extend(reversed(item.children))
        elif item is None or item.tag not in _UNREAD:
            if parts:
                yield Block(parts)
                parts = []
            if item is not None and item.texts and item.texts == item.children:
                yield Block(item.texts)
            elif item is not None:
                waiting.append(None)
                waiting.extend(reversed(item.children))


def _words(part: Run | str) -> str:
    if isinstance(part, str):
        return part
    words = part.data
    return words if words.isprintable() and "  " not in words else _BLANK.sub(" ", words)


@once
def is_read(node: Node) -> bool:
    """Return whether ``node`` stands in no element whose content is not read as text."""
    return node.tag not in _UNREAD and (node.parent is None or is_read(node.parent))


def language_of(node: Node) -> str:
    """Return the language that ``node`` is marked with, by itself or by what it stands in."""
    marked = _marked(node.dom)[node.order]
    return marked.get("lang").strip() if marked is not None else ""


@once
def _marked(dom: Dom) -> list[Node | None]:
    return nearest(dom, dom.having("lang"))
