"""Inline codes of TMX segments ↔ placeholders.

::

    <seg>Läs <bpt i="1" x="1">&lt;a1&gt;</bpt>policyn<ept i="1">&lt;/a1&gt;</ept></seg>
    Läs <a1>policyn</a1>

A code that is a placeholder of ours keeps its name.  Any other gets one as a page would give it: after
the HTML element that it is, or after its ``type``, numbered in the order of the first text of its unit;
a translation's codes get the names of the codes that they stand for there.
"""

from __future__ import annotations

import re
from collections import deque
from html import unescape
from typing import TYPE_CHECKING, Final

from lxml.etree import Entity
from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OURS: Final = re.compile(r"\s*<([a-z][a-z-]*\d*)/?>\s*")
_HTML: Final = re.compile(r"\s*<([a-z]+)[\s>/]", re.IGNORECASE)
# The values of ``type`` that the specification recommends, as the elements that they are in HTML.
_TYPES: Final = {"bold": "b", "italic": "i", "ulined": "u", "link": "a", "lb": "br", "image": "img"}
_PAIR: Final = "span"
_EMPTY: Final = "x"
_WAYS: Final = ("name", "x", "native", "base")  # to know a code again, the surest first
_DEEP: Final = 40  # highlights within highlights


class _Code(Struct, frozen=True):
    """What an inline code is known by: ``x`` ties it to its like in other languages."""

    is_pair: bool
    base: str
    name: str
    x: str
    native: str


class Codes:
    """The inline codes of one unit: those of its first text have their names already, when the next asks."""

    def __init__(self) -> None:
        """Begin with a unit of which no text has been read."""
        self._known: list[_Code] = []
        self._left: dict[tuple[str, bool, str], deque[int]] = {}
        self._taken: set[int] = set()
        self._number = 0

    def text(self, segment: Element) -> str:
        """Return the text of a ``seg``, its inline codes as placeholders."""
        self._left, self._taken = {}, set()
        for place, code in enumerate(self._known):
            for way in _WAYS:
                self._left.setdefault((way, code.is_pair, getattr(code, way)), deque()).append(place)
        parts: list[str] = []
        self._collect(segment, parts, {}, _DEEP)
        return "".join(parts)

    def _collect(self, element: Element, parts: list[str], open_names: dict[str, str], depth: int) -> None:
        parts.append(element.text or "")
        for child in element:
            kind = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
            if kind == "bpt":
                name = self._name(child, is_pair=True)
                open_names[child.get("i", "")] = name
                parts.append(f"<{name}>")
            elif kind == "ept" and (closed := open_names.pop(child.get("i", ""), None)):
                parts.append(f"</{closed}>")
            elif kind in {"ph", "it", "ut"}:
                parts.append(f"<{self._name(child, is_pair=False)}/>")
            elif child.tag is Entity:  # of a document type that is not read
                parts.append(unescape(child.text or ""))
            elif kind == "hi" and depth:
                self._collect(child, parts, open_names, depth - 1)
            parts.append(child.tail or "")

    def _name(self, element: Element, *, is_pair: bool) -> str:
        """Return the name of the placeholder that an inline code becomes."""
        code = _code(element, is_pair=is_pair)
        for way in ("name",) if code.name else _WAYS[1:]:
            if (place := self._like(code, way)) is not None:
                self._taken.add(place)
                return self._known[place].name
        if not code.name:
            self._number += 1
            code = replace(code, name=f"{code.base}{self._number}")
        self._known.append(code)
        return code.name

    def _like(self, code: _Code, way: str) -> int | None:
        """Return the place of the first code, of those not yet taken, that has the same in one field."""
        wanted = getattr(code, way)
        places = self._left.get((way, code.is_pair, wanted)) if wanted else None
        while places and places[0] in self._taken:
            places.popleft()
        return places[0] if places else None


def _code(element: Element, *, is_pair: bool) -> _Code:
    native = element.text or ""
    ours, html = _OURS.fullmatch(native), _HTML.match(native)
    base = html[1].lower() if html else _TYPES.get(element.get("type", ""), _PAIR if is_pair else _EMPTY)
    return _Code(is_pair, base, ours[1] if ours else "", element.get("x", ""), native.strip())
