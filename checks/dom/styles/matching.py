"""Matching: which rules of a ruleset are for which elements of a tree, found in one go.

A selector whose key nothing in the tree has is skipped.  Where few elements have it, each is asked;
else the C matcher walks over the tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from turbohtml import SelectorSyntaxError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.styles.rulesets import Entry, Ruleset
    from checks.dom.styles.selectors import Selector
    from checks.dom.tree import Dom, Node, Scope
    from pipeline.page import Element

FEW: Final = 4  # elements that are asked one by one
STEPS: Final = 200_000_000  # elements looked at in walks over one page
MATCHES: Final = 3_000_000  # pairs of an element and a rule

Table = dict["Element", list["Entry"]]


class Matching:
    """The rules for the elements of one tree, each element's in the order of the ruleset."""

    def __init__(self, dom: Dom, scope: Scope, ruleset: Ruleset) -> None:
        """Match nothing yet."""
        self.ruleset = ruleset
        self.is_complete = True
        self._dom = dom
        self._scope = scope
        self._tables: dict[str, Table] = {}
        self._steps = self._matches = 0
        self._having: dict[str, list[Element]] | None = None

    def find(self, node: Node, pseudo: str = "") -> Sequence[Entry]:
        """Return the rules for ``node``, or for its pseudo-element, at rest."""
        if pseudo not in self.ruleset.entries:
            return ()
        table = self._tables.get(pseudo)
        if table is None:
            table = self._tables[pseudo] = self._table(pseudo)
        return table.get(node.element, ())

    def find_in(self, state: str, node: Node) -> Sequence[Entry]:
        """Return the rules for ``node`` in ``state``."""
        resting = [entry for entry in self.find(node) if not entry.selector.states]
        by_key = self.ruleset.in_state(state)
        likely = (one for key in keys(node) for one in by_key.get(key, ()))
        return [*resting, *(entry for entry, text in likely if self._enters(entry.selector, text, node))]

    def declaring(self, name: str) -> Iterator[Element]:
        """Yield the elements for which a rule declares a property."""
        orders = self.ruleset.declaring(name)
        for entry in self.ruleset.entries.get("", ()) if orders else ():
            if entry.order in orders:
                yield from self._found(entry.selector)

    def keyed(self, key: str, node: Node, pseudo: str = "") -> list[Entry]:
        """Return the rules for what is around a shadow tree: its host, or what its slots show."""
        return [
            entry
            for entry in self.ruleset.entries.get(pseudo, ())
            if entry.selector.key == key and is_match(node.element, entry.selector.text)
        ]

    def _enters(self, selector: Selector, text: str, node: Node) -> bool:
        return self._is_for_host(selector) and is_match(node.element, text)

    def _table(self, pseudo: str) -> Table:
        table: Table = {}
        for entry in self.ruleset.entries[pseudo]:
            if not self._is_for_host(entry.selector):
                continue
            for element in self._found(entry.selector):
                table.setdefault(element, []).append(entry)
                self._matches += 1
            if self._matches > MATCHES:
                self.is_complete = False
                break
        return table

    def _found(self, selector: Selector) -> Sequence[Element]:
        """Return the elements that match, which are the same on every screen."""
        known: dict[tuple[Scope, str], Sequence[Element]] = self._dom.memory.setdefault(Matching, {})
        key = self._scope, selector.text
        if key not in known:
            known[key] = self._elements(selector)
        return known[key]

    def _elements(self, selector: Selector) -> Sequence[Element]:
        having = self._by_key().get(selector.key)
        if having is None:
            return ()
        if selector.is_whole:
            return having
        if len(having) <= FEW and not selector.is_far:
            return [element for element in having if is_match(element, selector.text)]
        self._steps += len(self._dom.nodes)
        if self._steps > STEPS:
            self.is_complete = False
            return ()
        return self._select(selector.text)

    def _select(self, text: str) -> Sequence[Element]:
        host = self._scope.host
        root = self._dom.document if host is None else host.element.shadow_root
        try:
            return root.select(text) if root is not None else ()
        except (SelectorSyntaxError, ValueError):
            return ()

    def _is_for_host(self, selector: Selector) -> bool:
        if selector.host is None:
            return True
        return self._scope.host is not None and is_match(self._scope.host.element, selector.host)

    def _by_key(self) -> dict[str, list[Element]]:
        """Return the elements of the tree by every key that a selector for them can have."""
        if self._having is None:
            self._having = {}
            for node in self._dom.nodes:
                if node.scope is self._scope:
                    for key in keys(node):
                        self._having.setdefault(key, []).append(node.element)
        return self._having


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
