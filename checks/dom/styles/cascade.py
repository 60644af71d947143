"""The cascade: which declarations count for an element, in which order (CSS Cascade 5, 6; CSS Scoping 1, 3.3)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from turbohtml import SelectorSyntaxError

from checks.dom.styles.computed import Layers, Style
from checks.dom.styles.declarations import read_block, winners
from checks.dom.styles.presentation import hints
from checks.dom.styles.rulesets import Ruleset
from checks.dom.styles.sheets import read_sheet
from checks.dom.styles.sources import SHARED, Source, sources

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from checks.dom.styles.declarations import Declaration
    from checks.dom.styles.media import Screen
    from checks.dom.styles.rulesets import Declared, Entry
    from checks.dom.styles.selectors import Selector
    from checks.dom.tree import Dom, Node, Scope
    from pipeline.page import Element

BIG: Final = 5_000  # elements; in larger pages every selector is matched in one walk over the tree
RULESETS: Final = 64  # that the pages of a site keep in common
SELECTIONS: Final = 3_000  # walks over one page
_HERE: Final = Path(__file__).parent
_NONE: Final[Declared] = {}


def _browsers(name: str) -> Source:
    return Source(read_sheet(_HERE.joinpath(name).read_text(encoding="utf-8")))


_DEFAULTS: Final = _browsers("defaults.css")
_FOREIGN: Final = _browsers("foreign.css")


class Cascade:
    """The styles of one page on one screen."""

    def __init__(self, dom: Dom, screen: Screen) -> None:
        """Begin with no styles."""
        self.dom = dom
        self.screen = screen
        self._styles: dict[Node, Style] = {}
        self._rulesets: dict[Scope, Ruleset] = {}
        self._selected: dict[tuple[Scope, str], frozenset[Element]] = {}
        self._browser: dict[tuple[str, bool, tuple[str, ...]], tuple[Declared, ...]] = {}
        self._defaults = _shared(dom, ("defaults", screen), lambda: Ruleset([_DEFAULTS], screen))
        self._foreign = _shared(dom, ("foreign", screen), lambda: Ruleset([_FOREIGN], screen))
        self.is_cut = False  # whether there was too much to do

    def style(self, node: Node) -> Style:
        """Return the style of ``node`` at rest."""
        waiting = [node]
        while waiting[-1].parent is not None and waiting[-1].parent not in self._styles:
            waiting.append(waiting[-1].parent)
        for one in reversed(waiting):
            if one not in self._styles:
                self._styles[one] = self.derive(one)
        return self._styles[node]

    def derive(self, node: Node, pseudo: str = "", state: str = "") -> Style:
        """Return the style of ``node``, or of its pseudo-element, in ``state``."""
        around = node if pseudo else node.parent
        parent = self.style(around) if around is not None else None
        return Style(self.layers(node, pseudo, state), parent, self.screen)

    def layers(self, node: Node, pseudo: str, state: str) -> Layers:
        """Return what is declared for ``node``, the strongest first."""
        normal, important = self.author(node, pseudo, state)
        own, own_important = _NONE, _NONE
        if not pseudo and "style" in node.attributes:
            own, own_important = _inline(node)
        author = [own_important, *important, own, *normal]
        if not pseudo:
            author.append(hints(node))
        return Layers(tuple(declared for declared in author if declared), self.browser(node, pseudo))

    def author(self, node: Node, pseudo: str, state: str) -> tuple[list[Declared], list[Declared]]:
        """Return the normal and the important declarations of sheets, the strongest first."""
        normal: list[Declared] = []
        important: list[Declared] = []
        for scope, entries in self.matches(node, pseudo, state):
            ruleset = self.ruleset(scope)
            normal.append(ruleset.declared(entries, important=False))
            important.insert(0, ruleset.declared(entries, important=True))
        return normal, important

    def matches(self, node: Node, pseudo: str, state: str) -> Iterable[tuple[Scope, list[Entry]]]:
        """Yield the entries that match ``node``, by the tree that they stand in, outer ones first."""
        ruleset = self.ruleset(node.scope)
        if ruleset.index:
            found = [
                entry
                for entry in ruleset.candidates(node, pseudo)
                if self.is_match(entry.selector, node, node.scope, state)
            ]
            if found:
                yield node.scope, found
        for scope, key in self._inner(node):
            hosted = [
                entry
                for entry in self.ruleset(scope).keyed(key, pseudo)
                if self._is(entry.selector.text, node, node.scope)
            ]
            if hosted:
                yield scope, hosted

    def _inner(self, node: Node) -> Iterable[tuple[Scope, str]]:
        """Yield the shadow trees whose sheets style ``node`` from within, and by which key."""
        slot = node.parent
        if slot is not None and slot.scope is not node.scope and slot.tag == "slot":
            yield slot.scope, "::slotted"
        if node.element.shadow_root is not None:
            inside = next((child.scope for child in node.elements if child.scope.host is node), None)
            if inside is not None:
                yield inside, ":host"

    def is_match(self, selector: Selector, node: Node, scope: Scope, state: str) -> bool:
        """Return whether ``selector``, of the sheets of ``scope``, matches ``node`` in ``state``."""
        if selector.host is not None and (
            scope.host is None or not self._is(selector.host, scope.host, scope.host.scope)
        ):
            return False
        if state and selector.states:
            return self._is(selector.in_state(state).text, node, scope)
        return self._is(selector.text, node, scope, far=selector.is_far)

    def _is(self, text: str, node: Node, scope: Scope, *, far: bool = False) -> bool:
        if text == "*" or text == node.tag:
            return True
        if far or len(self.dom.nodes) > BIG:
            return node.element in self._select(text, scope)
        try:
            return node.element.matches(text)
        except (SelectorSyntaxError, ValueError):
            return False

    def _select(self, text: str, scope: Scope) -> frozenset[Element]:
        key = scope, text
        if key not in self._selected:
            if len(self._selected) >= SELECTIONS:
                self.is_cut = True
                return frozenset()
            root = self.dom.document if scope.host is None else scope.host.element.shadow_root
            try:
                self._selected[key] = frozenset(root.select(text) if root is not None else ())
            except (SelectorSyntaxError, ValueError):
                self._selected[key] = frozenset()
        return self._selected[key]

    def browser(self, node: Node, pseudo: str) -> tuple[Declared, ...]:
        """Return what browsers declare for ``node``."""
        ruleset = self._defaults if node.is_html else self._foreign
        entries = [
            entry
            for entry in ruleset.candidates(node, pseudo)
            if entry.selector.text == node.tag or node.element.matches(entry.selector.text)
        ]
        if not entries:
            return ()
        important = ruleset.declared(entries, important=True)
        normal = ruleset.declared(entries, important=False)
        return (important, normal) if important else (normal,)

    def ruleset(self, scope: Scope) -> Ruleset:
        """Return the rules of the sheets of one tree."""
        if scope not in self._rulesets:
            found = sources(self.dom, scope)
            key = ("ruleset", self.screen, tuple((id(one.sheet), one.media, one.layer) for one in found))
            self._rulesets[scope] = _shared(self.dom, key, lambda: Ruleset(found, self.screen))
        return self._rulesets[scope]


def _shared(dom: Dom, key: Hashable, make: object) -> Ruleset:
    """Return the ruleset ``key``, which pages with the same sheets share; the latest ones are kept."""
    kept: dict[Hashable, Ruleset] = dom.surroundings.shared.setdefault("rulesets", {})
    if key not in kept:
        if len(kept) >= RULESETS:
            del kept[next(iter(kept))]
        kept[key] = make()  # type: ignore[operator]
    return kept[key]


def inline(node: Node) -> Mapping[str, Declaration]:
    """Return what the ``style`` attribute of ``node`` declares, by property."""
    text = node.attributes.get("style", "")
    if not text:
        return {}
    shared = node.dom.surroundings.shared
    key = "inline", text
    if key not in shared:
        found = winners(read_block(text))
        if len(shared) > SHARED:
            return found
        shared[key] = found
    declared: Mapping[str, Declaration] = shared[key]
    return declared


def _inline(node: Node) -> tuple[Declared, Declared]:
    declared = inline(node)
    normal = {name: one.value for name, one in declared.items() if not one.important}
    return normal, {name: one.value for name, one in declared.items() if one.important}
