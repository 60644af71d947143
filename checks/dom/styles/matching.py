"""Matching: which rules of a ruleset are for which elements of a tree.

An element is asked only about the selectors whose key it has.  What looks at more than start tags
around an element (siblings, contents) is found by one walk of the C matcher over the whole tree.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from turbohtml import SelectorSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from checks.dom.styles.rulesets import Entry, Ruleset
    from checks.dom.styles.selectors import Selector
    from checks.dom.tree import Dom, Node, Scope
    from pipeline.page import Element

ASKED: Final = 1_000_000  # elements asked one by one; then walks find out
STEPS: Final = 200_000_000  # elements looked at in walks over one page
MATCHES: Final = 3_000_000  # elements found by walks over one page
_ORDER: Final = attrgetter("order")
_NONE: Final[frozenset[Element]] = frozenset()


class Matching:
    """The rules for the elements of one tree, each element's in the order of the ruleset."""

    def __init__(self, dom: Dom, scope: Scope, ruleset: Ruleset) -> None:
        """Match nothing yet."""
        self.ruleset = ruleset
        self.is_complete = True
        self._dom = dom
        self._scope = scope
        self._asked = self._steps = self._matches = 0

    def find(self, node: Node, pseudo: str = "") -> Sequence[Entry]:
        """Return the rules for ``node``, or for its pseudo-element, at rest."""
        by_key = self.ruleset.by_key(pseudo)
        if not by_key:
            return ()
        likely = (entry for key in keys(node) for entry in by_key.get(key, ()))
        return sorted((entry for entry in likely if self._is_for(entry.selector, node)), key=_ORDER)

    def find_in(self, state: str, node: Node) -> Sequence[Entry]:
        """Return the rules for ``node`` in ``state``."""
        resting = [entry for entry in self.find(node) if not entry.selector.states]
        by_key = self.ruleset.in_state(state)
        likely = (one for key in keys(node) for one in by_key.get(key, ()))
        return [*resting, *(entry for entry, text in likely if self._enters(entry.selector, text, node))]

    def is_far_in_state(self, node: Node) -> bool:
        """Return whether a rule for ``node`` in a state looks at more than start tags."""
        far = self.ruleset.far_in_state
        return bool(far) and not far.isdisjoint(keys(node))

    def declaring(self, name: str) -> Iterator[Element]:
        """Yield the elements for which a rule declares a property."""
        for entry in self.ruleset.declaring(name):
            yield from self._found(entry.selector)

    def keyed(self, key: str, node: Node, pseudo: str = "") -> list[Entry]:
        """Return the rules for what is around a shadow tree: its host, or what its slots show."""
        likely = self.ruleset.by_key(pseudo).get(key, ())
        return [entry for entry in likely if is_match(node.element, entry.selector.text)]

    def by_element(self, selectors: Iterable[Selector]) -> dict[Element, tuple[str, ...]]:
        """Return which of some selectors each element matches."""
        found: dict[Element, list[str]] = {}
        for selector in selectors:
            for element in self._found(selector):
                found.setdefault(element, []).append(selector.text)
        return {element: tuple(texts) for element, texts in found.items()}

    def _is_for(self, selector: Selector, node: Node) -> bool:
        if not self._is_for_host(selector):
            return False
        if selector.is_whole:
            return True
        self._asked += 1
        if selector.is_far or self._asked > ASKED:
            return node.element in self._found(selector)
        return is_match(node.element, selector.text)

    def _enters(self, selector: Selector, text: str, node: Node) -> bool:
        return self._is_for_host(selector) and is_match(node.element, text)

    def _found(self, selector: Selector) -> AbstractSet[Element]:
        """Return the elements that match, which are the same on every screen."""
        known: dict[tuple[Scope, str, str], AbstractSet[Element]] = self._dom.memory.setdefault(Matching, {})
        key = self._scope, selector.key, selector.text
        if key not in known:
            known[key] = self._select(selector.text) if selector.needs <= self._present else _NONE
        return known[key]

    def _select(self, text: str) -> AbstractSet[Element]:
        self._steps += len(self._dom.nodes)
        if self._steps > STEPS or self._matches > MATCHES:
            self.is_complete = False
            return _NONE
        host = self._scope.host
        root = self._dom.document if host is None else host.element.shadow_root
        try:
            found = frozenset(root.select(text) if root is not None else ())
        except (SelectorSyntaxError, ValueError):
            return _NONE
        self._matches += len(found)
        return found

    @cached_property
    def _present(self) -> frozenset[str]:
        """Return every key that something has; classes in lower case, for quirks mode does not tell."""
        values = {node.attributes["class"].lower() for node in self._dom.having("class")}
        return frozenset(
            (
                "*",
                *map(str.lower, self._dom.tags),
                *(f".{word}" for value in values for word in value.split()),
                *(f"#{name}" for name in self._scope.ids),
                *(f"[{name}" for name in self._dom.attributes),
            )
        )

    def _is_for_host(self, selector: Selector) -> bool:
        if selector.host is None:
            return True
        return self._scope.host is not None and is_match(self._scope.host.element, selector.host)


def keys(node: Node) -> Iterator[str]:
    """Yield every key that a selector for ``node`` can have."""
    yield "*"
    yield node.tag.lower()
    for name, value in node.attributes.items():
        yield f"[{name}"
        if name == "class":
            for word in set(value.split()):
                yield f".{word}"
        elif name == "id":
            yield f"#{value}"


def is_match(element: Element, text: str) -> bool:
    """Return whether ``element`` matches a selector; one that cannot be read matches nothing."""
    try:
        return element.matches(text)
    except (SelectorSyntaxError, ValueError):
        return False
