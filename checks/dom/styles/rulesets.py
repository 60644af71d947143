"""Rulesets: the rules that some sheets have for a screen, in the order of the cascade (CSS Cascade 5, 6)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.styles.media import Screen, applies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from checks.dom.styles.declarations import Declaration, Value
    from checks.dom.styles.selectors import Selector
    from checks.dom.styles.sheets import Layer
    from checks.dom.styles.sources import Source

    Declared = Mapping[str, Value]

UNLAYERED: Final = 1 << 30  # stronger than any layer
KEPT: Final = 20_000  # sets of rules whose result is remembered


class Entry(NamedTuple):
    """One selector of a rule, and what the rule declares; ``order`` counts the entries of a ruleset."""

    selector: Selector
    declarations: tuple[Declaration, ...]
    layer: int
    order: int


class Ruleset:
    """The rules of some sheets that count on a screen.

    ``entries`` holds them by the pseudo-element that they are for, ``""`` for the element itself.
    """

    def __init__(self, sources: Sequence[Source], screen: Screen) -> None:
        """Flatten ``sources``."""
        self.sources = sources  # what is kept by their identity must live as long
        self.entries: dict[str, list[Entry]] = {}
        self._by_key: dict[str, dict[str, list[Entry]]] = {}
        self._declaring: dict[str, Sequence[Entry]] = {}
        self._in_state: dict[str, dict[str, list[tuple[Entry, str]]]] = {}
        self._declared: dict[tuple[bool, tuple[int, ...]], Declared] = {}
        counting = [source for source in sources if _counts(source.media, screen)]
        self.is_complete = all(source.sheet.is_complete for source in counting)
        ranks = _ranks(counting)
        order = 0
        for number, source in enumerate(counting):
            for rule in source.sheet.rules:
                if not _counts(rule.media, screen):
                    continue
                layer = ranks.get(_name(source, rule.layer, number), UNLAYERED)
                for selector in rule.selectors:
                    order += 1
                    entry = Entry(selector, rule.declarations, layer, order)
                    pseudo = selector.pseudo or ""
                    self.entries.setdefault(pseudo, []).append(entry)
                    self._by_key.setdefault(pseudo, {}).setdefault(selector.key, []).append(entry)

    @property
    def selectors(self) -> Iterator[Selector]:
        """Yield the selectors of all rules."""
        return (entry.selector for entries in self.entries.values() for entry in entries)

    def by_key(self, pseudo: str) -> Mapping[str, list[Entry]]:
        """Return the rules for elements, or for a pseudo-element, by the keys of their selectors."""
        return self._by_key.get(pseudo, {})

    @cached_property
    def conditions(self) -> frozenset[str]:
        """Return the media queries of all sheets, in lower case, whether they are true or not."""
        of_sheets = (query for source in self.sources for query in source.media)
        of_rules = (query for source in self.sources for rule in source.sheet.rules for query in rule.media)
        return frozenset(map(str.lower, (*of_sheets, *of_rules)))

    @cached_property
    def spreading(self) -> frozenset[str]:
        """Return the states of an element in which something else gets another style."""
        return frozenset(
            state for selector in self.selectors for state in selector.states if selector.spreads(state)
        )

    @cached_property
    def far_in_state(self) -> frozenset[str]:
        """Return the keys of the selectors that are about states, and look at more than start tags."""
        return frozenset(one.key for one in self.selectors if one.states and one.is_far)

    def declaring(self, name: str) -> Sequence[Entry]:
        """Return the rules for elements that declare a property."""
        if name not in self._declaring:
            self._declaring[name] = [
                entry
                for entry in self.entries.get("", ())
                if any(declaration.name == name for declaration in entry.declarations)
            ]
        return self._declaring[name]

    def in_state(self, state: str) -> Mapping[str, list[tuple[Entry, str]]]:
        """Return the rules about states, with their selectors as they are in ``state``, by their keys."""
        if state not in self._in_state:
            found = self._in_state[state] = {}
            for entry in self.entries.get("", ()):
                if entry.selector.states:
                    found.setdefault(entry.selector.key, []).append(
                        (entry, entry.selector.in_state(state).text)
                    )
        return self._in_state[state]

    def declared(self, entries: Sequence[Entry], *, important: bool) -> Declared:
        """Return what counts of ``entries``; elements with the same ones share it."""
        key = important, tuple([entry.order for entry in entries])
        found = self._declared.get(key)
        if found is None:
            if len(self._declared) >= KEPT:
                self._declared.clear()
            found = self._declared[key] = _merge(entries, important=important)
        return found


def _merge(entries: Iterable[Entry], *, important: bool) -> Declared:
    """Return the declarations that win; among important ones the first layer is the strongest."""
    sign = -1 if important else 1
    ordered = sorted(entries, key=lambda entry: (sign * entry.layer, entry.selector.specificity, entry.order))
    return {
        declaration.name: declaration.value
        for entry in ordered
        for declaration in entry.declarations
        if declaration.important is important
    }


def _counts(media: tuple[str, ...], screen: Screen) -> bool:
    return all(applies(queries, screen) for queries in media)


def _name(source: Source, layer: Layer | None, number: int) -> Layer | None:
    """Return the name of a layer on the page; one without a name is its sheet's own."""
    if layer is None:
        return source.layer
    own = tuple(f"{part}{number}" if part.startswith(" ") else part for part in layer)
    return (*(source.layer or ()), *own)


def _ranks(sources: Sequence[Source]) -> dict[Layer | None, int]:
    """Return the strength of each layer: as first named, inner ones before their outer one."""
    children: dict[Layer, dict[Layer, None]] = {}
    for number, source in enumerate(sources):
        for layer in (None, *source.sheet.layers):
            name = _name(source, layer, number) or ()
            for length in range(len(name)):
                children.setdefault(name[:length], {})[name[: length + 1]] = None
    ranked: list[Layer] = []
    waiting = [*reversed(children.get((), {}))]
    while waiting:
        layer = waiting[-1]
        inner = children.pop(layer, None)
        if inner:
            waiting.extend(reversed(inner))
        else:
            ranked.append(waiting.pop())
    return {layer: rank for rank, layer in enumerate(ranked)}
