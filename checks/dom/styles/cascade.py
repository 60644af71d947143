"""The cascade: what is declared for an element, in which order (CSS Cascade 5, 6; CSS Scoping 1, 3.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.styles.browser import Browser
from checks.dom.styles.computed import Layers, Style
from checks.dom.styles.declarations import read_block, winners
from checks.dom.styles.matching import Matching
from checks.dom.styles.presentation import hints
from checks.dom.styles.rulesets import Ruleset
from checks.dom.styles.sources import SHARED, sources
from checks.dom.tree import once

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence

    from checks.dom.styles.declarations import Declaration
    from checks.dom.styles.media import Screen
    from checks.dom.styles.rulesets import Declared, Entry
    from checks.dom.tree import Dom, Node, Scope

RULESETS: Final = 64  # that the pages of a site keep in common


class Cascade:
    """The styles of one page on one screen."""

    def __init__(self, dom: Dom, screen: Screen) -> None:
        """Begin with no styles."""
        self.dom = dom
        self.screen = screen
        self._styles: dict[Node, Style] = {}
        self._matchings: dict[Scope, Matching] = {}
        self._layers: dict[tuple[int, ...], Layers] = {}
        self._shared: dict[tuple[Layers, Style | None], Style] = {}
        self._browser = Browser(screen)

    @property
    def is_complete(self) -> bool:
        """Return whether every sheet of the page was read, and matched."""
        matchings = self._all_matchings
        return all(matching.is_complete and matching.ruleset.is_complete for matching in matchings)

    @property
    def conditions(self) -> frozenset[str]:
        """Return the media queries of the sheets, in lower case."""
        return frozenset().union(*(matching.ruleset.conditions for matching in self._all_matchings))

    @property
    def spreading(self) -> frozenset[str]:
        """Return the states of an element in which something else gets another style."""
        return frozenset().union(*(matching.ruleset.spreading for matching in self._all_matchings))

    @property
    def _all_matchings(self) -> list[Matching]:
        scopes = {id(node.scope): node.scope for node in self.dom.all("style", "link")}
        return [self._matching(scope) for scope in scopes.values()]

    def style(self, node: Node) -> Style:
        """Return the style of ``node`` at rest."""
        styles = self._styles
        if node not in styles:
            waiting = [node]
            while waiting[-1].parent is not None and waiting[-1].parent not in styles:
                waiting.append(waiting[-1].parent)
            for one in reversed(waiting):
                styles[one] = self.derive(one)
        return styles[node]

    def derive(self, node: Node, pseudo: str = "", state: str = "") -> Style:
        """Return the style of ``node``, or of its pseudo-element, in ``state``.

        Elements with the same declarations and the same parent's style share theirs.
        """
        around = node if pseudo else node.parent
        parent = self.style(around) if around is not None else None
        layers = self._declared(node, pseudo, state)
        key = layers, parent
        if key not in self._shared:
            self._shared[key] = Style(layers, parent, self.screen)
        return self._shared[key]

    def declaring(self, name: str) -> list[Node]:
        """Return the elements that a property may be declared for, in order, without finding styles."""
        if any(scope.host is not None for scope in {node.scope for node in self.dom.all("style", "link")}):
            return self.dom.nodes  # rules may reach out of their tree
        matching = self._matching(self.dom.scope)
        elements = set(matching.declaring(name))
        keys = self._browser.declaring(name)
        names = {"style", *(key[1:] for key in keys if key[0] == "[")}
        return [
            node
            for node in self.dom.nodes
            if node.tag in keys or not names.isdisjoint(node.attributes) or node.element in elements
        ]

    def has_rules(self, node: Node, pseudo: str) -> bool:
        """Return whether anything is declared for a pseudo-element."""
        by_author = any(found for _, found in self._entries(node, pseudo, ""))
        return by_author or bool(self._browser.declared(node, pseudo))

    def _declared(self, node: Node, pseudo: str, state: str) -> Layers:
        """Return what is declared, the strongest first; elements with the same of everything share it."""
        normal: list[Declared] = []
        important: list[Declared] = []
        for scope, entries in self._entries(node, pseudo, state):
            ruleset = self._matching(scope).ruleset
            normal.append(ruleset.declared(entries, important=False))
            important.insert(0, ruleset.declared(entries, important=True))
        if not pseudo and node.attributes:
            if "style" in node.attributes:
                _, own, own_important = _block(node)
                normal.insert(0, own)
                important.insert(0, own_important)
            normal.append(hints(node))
        browser = self._browser.declared(node, pseudo)
        strongest, browser = browser[:-1], browser[-1:]
        author = [declared for declared in (*strongest, *important, *normal) if declared]
        key = (*map(id, author), -1, *map(id, browser))
        if key not in self._layers:
            self._layers[key] = Layers(author, browser)
        return self._layers[key]

    def _entries(self, node: Node, pseudo: str, state: str) -> Iterator[tuple[Scope, Sequence[Entry]]]:
        """Yield the rules for ``node`` by the tree that they stand in, outer ones first."""
        matching = self._matching(node.scope)
        found = matching.find_in(state, node) if state else matching.find(node, pseudo)
        if found:
            yield node.scope, found
        for scope, key in _inner(node):
            found = self._matching(scope).keyed(key, node, pseudo)
            if found:
                yield scope, found

    def _matching(self, scope: Scope) -> Matching:
        matching = self._matchings.get(scope)
        if matching is None:
            found = sources(self.dom, scope)
            key = self.screen, tuple((id(one.sheet), one.media, one.layer) for one in found)
            ruleset = _shared(self.dom, key, lambda: Ruleset(found, self.screen))
            matching = self._matchings[scope] = Matching(self.dom, scope, ruleset)
        return matching


def _inner(node: Node) -> Iterator[tuple[Scope, str]]:
    """Yield the shadow trees whose sheets style ``node`` from outside, and the key of these rules."""
    if node.element.assigned_slot is not None and node.parent is not None:
        inside = node.parent.scope if node.parent.scope is not node.scope else _shadow(node.parent)
        if inside is not None:
            yield inside, "::slotted"
    if node.element.shadow_root is not None:
        inside = _shadow(node)
        if inside is not None:
            yield inside, ":host"


def _shadow(host: Node) -> Scope | None:
    """Return the tree of a shadow root, where any element of it is drawn; sheets are."""
    return next((child.scope for child in host.elements if child.scope.host is host), None)


def _shared(dom: Dom, key: Hashable, make: Callable[[], Ruleset]) -> Ruleset:
    """Return the ruleset ``key``, which pages with the same sheets share; the latest ones are kept."""
    kept: dict[Hashable, Ruleset] = dom.surroundings.shared.setdefault("rulesets", {})
    if key not in kept:
        if len(kept) >= RULESETS:
            del kept[next(iter(kept))]
        kept[key] = make()
    return kept[key]


def inline(node: Node) -> Mapping[str, Declaration]:
    """Return what the ``style`` attribute of ``node`` declares, by property."""
    return _block(node)[0] if "style" in node.attributes else _NOTHING


Block = tuple["Mapping[str, Declaration]", "Declared", "Declared"]
_NOTHING: Final[Mapping[str, Declaration]] = {}


@once
def _block(node: Node) -> Block:
    """Return the declarations of a ``style`` attribute, and those that are (not) important."""
    text = node.attributes["style"]
    shared = node.dom.surroundings.shared
    key = "inline", text
    block: Block | None = shared.get(key)
    if block is None:
        found = winners(read_block(text))
        normal = {name: one.value for name, one in found.items() if not one.important}
        block = found, normal, {name: one.value for name, one in found.items() if one.important}
        if len(shared) < SHARED:
            shared[key] = block
    return block
