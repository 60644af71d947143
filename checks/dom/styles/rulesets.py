"""Rulesets: the rules of one tree on one screen, found by what a node has and put in cascade order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.dom.styles.media import Screen, applies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checks.dom.styles.declarations import Declaration, Value
    from checks.dom.styles.selectors import Selector, Specificity
    from checks.dom.styles.sheets import Layer
    from checks.dom.styles.sources import Source
    from checks.dom.tree import Node

    Declared = Mapping[str, Value]

_UNLAYERED: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Entry:
    """One selector of a rule and what the rule declares; ``number`` is its place in the cascade."""

    selector: Selector
    declarations: tuple[Declaration, ...]
    layer: int
    specificity: Specificity
    order: int

    @property
    def rank(self) -> tuple[int, Specificity, int]:
        """Return its place among normal declarations (CSS Cascade 5, 6)."""
        return self.layer, self.specificity, self.order

    @property
    def important_rank(self) -> tuple[int, Specificity, int]:
        """Return its place among important declarations: the first layer is the strongest."""
        return -self.layer, self.specificity, self.order


class Ruleset:
    """The rules of some sheets that count on a screen."""

    def __init__(self, sources: Sequence[Source], screen: Screen) -> None:
        """Index ``sources`` by what their selectors ask of an element."""
        self.index: dict[str, dict[str, list[Entry]]] = {}
        self.complete = all(
            source.sheet.is_complete or not _counts(source.media, screen) for source in sources
        )
        self._declared: dict[tuple[bool, tuple[int, ...]], Declared] = {}
        ranks = _ranks(sources)
        order = 0
        for number, source in enumerate(sources):
            if not _counts(source.media, screen):
                continue
            for rule in source.sheet.rules:
                if rule.media and not _counts(rule.media, screen):
                    continue
                layer = ranks.get(_named(source, rule.layer, number), _UNLAYERED)
                for selector in rule.selectors:
                    order += 1
                    self._add(Entry(selector, rule.declarations, layer, selector.specificity, order))

    def _add(self, entry: Entry) -> None:
        by_key = self.index.setdefault(entry.selector.pseudo or "", {})
        by_key.setdefault(entry.selector.key, []).append(entry)

    def candidates(self, node: Node, pseudo: str = "") -> Iterator[Entry]:
        """Yield the entries that ``node`` has the id, a class, the tag or an attribute for."""
        by_key = self.index.get(pseudo)
        if by_key is None:
            return
        for key in keys(node):
            yield from by_key.get(key, ())

    def keyed(self, key: str, pseudo: str = "") -> Sequence[Entry]:
        """Return the entries with this key."""
        return self.index.get(pseudo, {}).get(key, ())

    def declared(self, entries: list[Entry], *, important: bool) -> Declared:
        """Return the declarations of ``entries`` that win among them; nodes with the same share them."""
        key = important, tuple(sorted(entry.order for entry in entries))
        if key not in self._declared:
            self._declared[key] = merge(entries, important=important)
        return self._declared[key]


def merge(entries: Iterable[Entry], *, important: bool) -> Declared:
    """Return what counts of the (un)important declarations of ``entries``."""
    ordered = sorted(entries, key=lambda entry: entry.important_rank if important else entry.rank)
    return {
        declaration.name: declaration.value
        for entry in ordered
        for declaration in entry.declarations
        if declaration.important is important
    }


def keys(node: Node) -> list[str]:
    """Return every key that a selector for ``node`` can have."""
    found = ["*", node.tag.lower()]
    for name, value in node.attributes.items():
        found.append(f"[{name}")
        if name == "class":
            found += [f".{word}" for word in dict.fromkeys(value.split())]
        elif name == "id":
            found.append(f"#{value}")
    return found


def _counts(media: tuple[str, ...], screen: Screen) -> bool:
    return all(applies(queries, screen) for queries in media)


def _named(source: Source, layer: Layer | None, number: int) -> Layer | None:
    """Return the name of a layer on the page; one without a name is one of its sheet's own."""
    if layer is None:
        return source.layer
    own = tuple(f"{part}{number}" if part.startswith(" ") else part for part in layer)
    return (*(source.layer or ()), *own)


def _ranks(sources: Sequence[Source]) -> dict[Layer | None, int]:
    """Return the strength of each layer: in order of their first names, inner ones before their outer's own."""
    children: dict[Layer, list[Layer]] = {}
    seen: set[Layer] = set()
    for number, source in enumerate(sources):
        named = [_named(source, layer, number) for layer in source.sheet.layers]
        for name in (source.layer, *named):
            for length in range(1, len(name or ()) + 1):
                part = (name or ())[:length]
                if part not in seen:
                    seen.add(part)
                    children.setdefault(part[:-1], []).append(part)
    ranked: list[Layer] = []
    waiting = [(layer, False) for layer in reversed(children.get((), []))]
    while waiting:
        layer, entered = waiting.pop()
        if entered:
            ranked.append(layer)
        else:
            waiting.append((layer, True))
            waiting.extend((child, False) for child in reversed(children.get(layer, [])))
    return {layer: rank for rank, layer in enumerate(ranked)}
