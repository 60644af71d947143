"""The structure tree of a document: its elements in document order, and who owns what."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from checks.documents.structure.element import Element
from checks.documents.structure.nodes import NO_PARENT, Leaf, Node
from checks.documents.structure.roles import level
from checks.documents.structure.tables import Table, lay_tables

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Structure(Struct, frozen=True, dict=True):
    """The tags of a document (ISO 32000-1, 14.7).

    ``nodes`` stand in document order, a node before its kids.  ``role_map`` is as it is written.
    ``language`` is the document's, from the catalog.  ``parents`` is the parent tree (14.7.4.4): by
    key the number of the element that owns an object, or those that own the marked content of a
    stream, by its identifier; -1 for none.
    """

    nodes: tuple[Node, ...] = ()
    role_map: dict[str, str] = {}
    language: str | None = None
    parents: dict[int, int | tuple[int, ...]] = {}

    @property
    def elements(self) -> Iterator[Element]:
        """Yield all elements in document order."""
        return (Element(self, number) for number in range(len(self.nodes)))

    def having(self, *roles: str) -> Iterator[Element]:
        """Yield the elements of these standard types, in document order."""
        found = [number for role in roles for number in self._roles.get(role, ())]
        return (Element(self, number) for number in sorted(found))

    def owner_of_content(self, page: int, mcid: int) -> Element | None:
        """Return the element whose content the ``mcid`` on ``page``, counted from 1, is."""
        return self._element(self._contents.get((page, mcid)))

    def owner_of_form_content(self, stream: int, mcid: int) -> Element | None:
        """Return the element whose content the ``mcid`` in the form XObject with the id ``stream`` is."""
        return self._element(self._contents.get((stream, mcid)))

    def owner_of_object(self, object_id: int) -> Element | None:
        """Return the element that holds an annotation or an XObject, by the id of its dictionary."""
        return self._element(self._objects.get(object_id))

    def owner_of_key(self, struct_parent: int) -> Element | None:
        """Return the element that the parent tree names for an object's entry StructParent."""
        owner = self.parents.get(struct_parent)
        return self._element(owner) if isinstance(owner, int) else None

    def owners_of_key(self, struct_parents: int) -> tuple[Element | None, ...]:
        """Return the elements, by identifier, that the parent tree names for a stream's StructParents."""
        owners = self.parents.get(struct_parents)
        return tuple(map(self._element, owners)) if isinstance(owners, tuple) else ()

    @cached_property
    def numbered_headings(self) -> tuple[Element, ...]:
        """Return the headings whose type says their level: H1, H2 …."""
        return tuple(Element(self, number) for number, node in enumerate(self.nodes) if level(node.role))

    @cached_property
    def header_ids(self) -> frozenset[str]:
        """Return the identifiers of header cells, by which data cells name them."""
        return frozenset(header.node.id for header in self.having("TH") if header.node.id is not None)

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Return the tables, with their cells where they lie."""
        return tuple(lay_tables(self.having("Table")))

    def _element(self, number: int | None) -> Element | None:
        return None if number is None or number < 0 else Element(self, number)

    @cached_property
    def _roles(self) -> Mapping[str, list[int]]:
        numbers: dict[str, list[int]] = {}
        for number, node in enumerate(self.nodes):
            numbers.setdefault(node.role, []).append(number)
        return numbers

    @cached_property
    def _contents(self) -> Mapping[tuple[int, int], int]:
        owned = ((leaf, number) for leaf, number in self._leaves if not leaf.object)
        return {(leaf.stream or leaf.page, leaf.mcid): number for leaf, number in owned}

    @cached_property
    def _objects(self) -> Mapping[int, int]:
        return {leaf.object: number for leaf, number in self._leaves if leaf.object}

    @property
    def _leaves(self) -> Iterator[tuple[Leaf, int]]:
        for number, node in enumerate(self.nodes):
            for kid in node.kids:
                if isinstance(kid, Leaf):
                    yield kid, number

    @cached_property
    def languages(self) -> tuple[str | None, ...]:
        """Return the language of each element's texts, inherited where it has none of its own (14.9.2)."""
        known: list[str | None] = []
        for node in self.nodes:
            above = self.language if node.parent == NO_PARENT else known[node.parent]
            known.append(above if node.language is None else node.language)
        return tuple(known)

    @cached_property
    def steps(self) -> tuple[str, ...]:
        """Return the last step of each element's path: "TR", numbered from 1 where there are several."""
        kinds = [(node.parent, node.type or "?") for node in self.nodes]
        several = Counter(kinds)
        met: Counter[tuple[int, str]] = Counter()
        steps: list[str] = []
        for kind in kinds:
            met[kind] += 1
            steps.append(f"{kind[1]}[{met[kind]}]" if several[kind] > 1 else kind[1])
        return tuple(steps)
