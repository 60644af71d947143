"""The cascade: what is declared for an element, in which order (CSS Cascade 5, 6; CSS Scoping 1, 3.3)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from turbohtml import Doctype

from checks.dom.styles.browser import Browser
from checks.dom.styles.declarations import read_block, winners
from checks.dom.styles.kinds import Kind
from checks.dom.styles.matching import Matching
from checks.dom.styles.presentation import hints
from checks.dom.styles.sources import kept, sources
from checks.dom.styles.wardrobe import wardrobe
from checks.dom.tree import in_order, once

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping, Sequence

    from checks.dom.styles.computed import Layers, Style
    from checks.dom.styles.declarations import Declaration
    from checks.dom.styles.media import Screen
    from checks.dom.styles.rulesets import Declared, Entry
    from checks.dom.tree import Dom, Node, Scope

_GENERATED: Final = frozenset({"before", "after"})  # there where they have content (CSS Content 3, 2)
_NO_CONTENT: Final = frozenset({"normal", "none"})


class Cascade:
    """The styles of one page on one screen."""

    def __init__(self, dom: Dom, screen: Screen) -> None:
        """Begin with no styles."""
        self.dom = dom
        self.screen = screen
        self._matchings: dict[Scope, Matching] = {}
        self._browser = Browser(screen)
        self._wardrobe = wardrobe(dom)
        self._own: dict[Node, Kind] = {}
        self._name = f"{screen.width:g}x{screen.height:g}"
        self._at_rest = self._name, "", ""

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
        return self._kinds[node.order].styles.get(self._at_rest) or self.derive(node)

    def derive(self, node: Node, pseudo: str = "", state: str = "") -> Style:
        """Return the style of ``node``, or of its pseudo-element, in ``state``; its kind shares it."""
        key = self._name, pseudo, state
        found = self._kind(node, state).styles.get(key)
        if found is None:
            around = node if pseudo else node.parent
            parent = self.style(around) if around is not None else None
            found = self._wardrobe.style(self._declared(node, pseudo, state), parent, self.screen)
            self._kind(node, state).styles[key] = found
        return found

    def box(self, node: Node, name: str) -> Style | None:
        """Return the style of the pseudo-element ``name`` of ``node``; None where that is not there."""
        key = self._name, name
        boxes = self._kind(node).boxes
        if key in boxes:
            return boxes[key]
        found = self._kind(node).boxes[key] = self._box(node, name)
        return found

    def _box(self, node: Node, name: str) -> Style | None:
        if name not in _GENERATED:
            return self.derive(node, name)
        found = self.derive(node, name) if self._has_rules(node, name) else None
        return None if found is None or found["content"] in _NO_CONTENT else found

    def _kind(self, node: Node, state: str = "") -> Kind:
        """Return the kind of ``node``, or one of its own where what its kind has in common is not known."""
        if not self._outermost.is_complete or (state and self._outermost.is_far_in_state(node)):
            return self._own.setdefault(node, Kind())
        return self._kinds[node.order]

    @cached_property
    def _kinds(self) -> Sequence[Kind]:
        """Return the kinds of all elements, in order, which are the same on every screen."""
        known: dict[object, Sequence[Kind]] = self.dom.memory
        if Kind not in known:
            known[Kind] = self._sorted()
        return known[Kind]

    def _sorted(self) -> Sequence[Kind]:
        """Return the kinds; all differ on a page with shadow trees, or with more than is matched."""
        asked = self._wardrobe.features(sources(self.dom, self.dom.scope), self._browser)
        far = self._outermost.by_element(asked.far)
        if not self.dom.is_flat or not self._outermost.is_complete:
            return [Kind() for _ in self.dom.nodes]
        root = self._wardrobe.root(asked, _mode(self.dom))
        kinds: list[Kind] = []
        for node in self.dom.nodes:
            around = root if node.parent is None else kinds[node.parent.order]
            features = asked.of(node)
            if node.element in far:
                features = features, far[node.element]
            kinds.append(around.inside.get(features) or self._wardrobe.kind(around, features))
        return kinds

    @cached_property
    def _outermost(self) -> Matching:
        """Return the rules of the document itself."""
        return self._matching(self.dom.scope)

    def declaring(self, name: str) -> list[Node]:
        """Return the elements that a property may be declared for, in order, without finding styles."""
        if any(scope.host is not None for scope in {node.scope for node in self.dom.all("style", "link")}):
            return self.dom.nodes  # rules may reach out of their tree
        elements = set(self._outermost.declaring(name))
        keys = self._browser.declaring(name)
        names = {"style", *(key[1:] for key in keys if key[0] == "[")}
        found = filter(None, map(self.dom.node, elements))
        return in_order({*self.dom.all(*keys), *self.dom.having(*names), *found})

    def _has_rules(self, node: Node, pseudo: str) -> bool:
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
        return self._wardrobe.layers(author, browser)

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
            ruleset = self._wardrobe.ruleset(sources(self.dom, scope), self.screen)
            matching = self._matchings[scope] = Matching(self.dom, scope, ruleset)
        return matching


def _mode(dom: Dom) -> Hashable:
    """Return what says whether selectors are matched in quirks mode."""
    found = next((child for child in dom.document.children if isinstance(child, Doctype)), None)
    return None if found is None else (found.name, found.public_id, found.system_id)


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


@once
def _shadow(host: Node) -> Scope | None:
    """Return the tree of a shadow root, where any element of it is drawn; sheets are."""
    return next((child.scope for child in host.elements if child.scope.host is host), None)


def inline(node: Node) -> Mapping[str, Declaration]:
    """Return what the ``style`` attribute of ``node`` declares, by property."""
    return _block(node)[0] if "style" in node.attributes else _NOTHING


_OVERHEAD: Final = 100  # characters of a sheet that would take as much memory as three empty answers
Block = tuple["Mapping[str, Declaration]", "Declared", "Declared"]
_NOTHING: Final[Mapping[str, Declaration]] = {}


@once
def _block(node: Node) -> Block:
    """Return the declarations of a ``style`` attribute, and those that are (not) important."""
    text = node.attributes["style"]
    block: Block = kept(node.dom.surroundings).take(("inline", text), lambda: _read(text))
    return block


def _read(text: str) -> tuple[Block, int]:
    """Return what a ``style`` attribute declares, and what that weighs."""
    found = winners(read_block(text))
    normal = {name: one.value for name, one in found.items() if not one.important}
    important = {name: one.value for name, one in found.items() if one.important}
    return (found, normal, important), _OVERHEAD + len(text)
