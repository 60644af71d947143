"""The browser's own sheets: how elements look before anybody styles them (HTML 15, SVG 2, MathML Core)."""

from __future__ import annotations

from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checks.dom.styles.matching import is_match
from checks.dom.styles.rulesets import Ruleset
from checks.dom.styles.sheets import read_sheet
from checks.dom.styles.sources import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.styles.media import Screen
    from checks.dom.styles.rulesets import Declared, Entry
    from checks.dom.styles.selectors import Selector
    from checks.dom.styles.sheets import Sheet
    from checks.dom.tree import Node

_HERE: Final = Path(__file__).parent


class Browser:
    """The browser's declarations on one screen."""

    def __init__(self, screen: Screen) -> None:
        """Take the sheets, which are read once."""
        self._html = _keyed("defaults.css", screen)
        self._other = _keyed("foreign.css", screen)

    def declared(self, node: Node, pseudo: str) -> tuple[Declared, ...]:
        """Return what counts for ``node``, or its pseudo-element: what is important, and the rest."""
        keyed = self._html if node.is_html else self._other
        return keyed.declared(node, pseudo)

    @property
    def selectors(self) -> Iterator[Selector]:
        """Yield the selectors of the sheets."""
        return chain(self._html.ruleset.selectors, self._other.ruleset.selectors)

    def declaring(self, name: str) -> frozenset[str]:
        """Return the keys of the selectors of which the sheets declare a property."""
        return self._html.declaring(name) | self._other.declaring(name)


class _Keyed:
    """A ruleset by the keys of its selectors; most are a tag, which asks for no matching."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.by_key: dict[tuple[str, str], list[Entry]] = {}
        for pseudo, entries in ruleset.entries.items():
            for entry in entries:
                self.by_key.setdefault((pseudo, entry.selector.key), []).append(entry)
        self._names = frozenset(key[1:] for _, key in self.by_key if key[0] == "[")
        self._tags = frozenset(key for _, key in self.by_key)
        self._candidates: dict[tuple[str, ...], tuple[Entry, ...]] = {}
        self._found: dict[tuple[int, ...], tuple[Declared, ...]] = {}

    def declared(self, node: Node, pseudo: str) -> tuple[Declared, ...]:
        found = [
            entry
            for entry in self._likely(node, pseudo)
            if entry.selector.is_whole or is_match(node.element, entry.selector.text)
        ]
        orders = tuple([entry.order for entry in found])
        if orders not in self._found:
            both = (
                self.ruleset.declared(found, important=True),
                self.ruleset.declared(found, important=False),
            )
            self._found[orders] = tuple(declared for declared in both if declared)
        return self._found[orders]

    def declaring(self, name: str) -> frozenset[str]:
        return frozenset(entry.selector.key for entry in self.ruleset.declaring(name))

    def _likely(self, node: Node, pseudo: str) -> tuple[Entry, ...]:
        """Return what can be for ``node`` by its tag and its attributes; a browser's sheet has no classes."""
        tag = node.tag.lower()
        names = [name for name in node.attributes if name in self._names]
        kind = (pseudo, tag if tag in self._tags else "", *names)
        if kind not in self._candidates:
            wanted = ("*", tag, *(f"[{name}" for name in names))
            self._candidates[kind] = tuple(
                entry for key in wanted for entry in self.by_key.get((pseudo, key), ())
            )
        return self._candidates[kind]


@cache
def _keyed(name: str, screen: Screen) -> _Keyed:
    return _Keyed(Ruleset([Source(_sheet(name))], screen))


@cache
def _sheet(name: str) -> Sheet:
    return read_sheet(_HERE.joinpath(name).read_text(encoding="utf-8"))
