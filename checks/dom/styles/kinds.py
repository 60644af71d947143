"""Kinds: elements that no rule of some sheets can tell apart, on any page of a site, share their styles.

Two elements are of one kind where their tags are the same, the attributes that some selector asks for,
and the kinds of what is around them.  What a selector asks of siblings, contents and form controls
is found for each page, and tells kinds apart as attributes do.
"""

from __future__ import annotations

import re
from itertools import starmap
from typing import TYPE_CHECKING, Final

from checks.dom.styles.presentation import ATTRIBUTES, DRAWN

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from checks.dom.styles.computed import Style
    from checks.dom.styles.selectors import Selector
    from checks.dom.tree import Node

_ASKS: Final = re.compile(r"\[\s*([\w-]+)\s*(\]|[~^$*|]?=)|(\[)|(?<!\\)#((?:[\w-]|[^\x00-\x7f])+)|(\\)")
_LINK: Final = frozenset({"href", "xlink:href"})
_STYLING: Final = ATTRIBUTES.union(DRAWN, ("class", "style", "type"))


class Kind:
    """One kind of elements, and the kinds inside of it.

    ``styles`` are theirs, by screen, pseudo-element and state; ``boxes`` those of the pseudo-elements
    that they have, by screen and name.
    """

    __slots__ = ("boxes", "inside", "styles")

    def __init__(self) -> None:
        """Begin with nothing inside."""
        self.inside: dict[Hashable, Kind] = {}
        self.styles: dict[tuple[str, str, str], Style] = {}
        self.boxes: dict[tuple[str, str], Style | None] = {}


class Features:
    """What some selectors, and the browser, can ask of a start tag."""

    def __init__(self, selectors: Iterable[Selector]) -> None:
        """Read ``selectors``."""
        self.far: list[Selector] = []
        self._present = set(_LINK)
        self._valued = set(_STYLING)
        self._ids: set[str] = set()
        self._all = self._all_ids = False
        for selector in selectors:
            if selector.is_far:
                self.far.append(selector)
            self._read(selector.text)

    def of(self, node: Node) -> Hashable:
        """Return what tells ``node`` from others beside it."""
        name = node.tag if node.is_html else (node.tag,)
        if not node.attributes:
            return name
        asked = tuple(filter(None, starmap(self._asked, node.attributes.items())))
        return (name, asked) if asked else name

    def _asked(self, name: str, value: str) -> Hashable:
        """Return what can be asked of an attribute; None for nothing."""
        if name in self._valued or self._all:
            return name, value
        if name == "id":
            return (name, value) if self._all_ids or value.lower() in self._ids else None
        return name if name in self._present else None

    def _read(self, text: str) -> None:
        for name, operator, other, own_id, escape in _ASKS.findall(text):
            if name:
                asked = self._present if operator == "]" else self._valued
                asked |= {name, name.lower()}
            elif own_id:
                self._ids.add(own_id.lower())
            self._all = self._all or bool(other)
            self._all_ids = self._all_ids or bool(escape)
