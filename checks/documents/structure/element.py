"""A structure element among the others: what its node says, and what follows from where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.documents.structure.nodes import NO_PARENT, Attributes, Leaf, Node

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.structure.tree import Structure

SHOWN = 12  # steps of a path, the last ones


class Element(NamedTuple):
    """The structure element with this number; what it is, its ``node`` says."""

    structure: Structure
    number: int

    @property
    def node(self) -> Node:
        """Return what was read of it."""
        return self.structure.nodes[self.number]

    @property
    def type(self) -> str:
        """Return its type as it is written; "" where it has none."""
        return self.node.type

    @property
    def role(self) -> str:
        """Return the standard type that it means; "" where the role map leads to none."""
        return self.node.role

    @property
    def page(self) -> int:
        """Return the page on which it begins, counted from 1; 0 where nothing tells."""
        return self.node.page

    @property
    def attributes(self) -> Attributes:
        """Return its standard attributes."""
        return self.node.attributes

    @property
    def parent(self) -> Element | None:
        """Return the element that it is a kid of; None at the top."""
        parent = self.node.parent
        return None if parent == NO_PARENT else Element(self.structure, parent)

    @property
    def kids(self) -> Iterator[Element]:
        """Yield the elements that are its kids, in their order."""
        return (Element(self.structure, kid) for kid in self.node.kids if isinstance(kid, int))

    @property
    def leaves(self) -> Iterator[Leaf]:
        """Yield the content and the objects that are its own, in their order."""
        return (kid for kid in self.node.kids if isinstance(kid, Leaf))

    @property
    def ancestors(self) -> Iterator[Element]:
        """Yield its parent and all above."""
        parent = self.parent
        while parent is not None:
            yield parent
            parent = parent.parent

    @property
    def holder(self) -> Element | None:
        """Return the nearest element above with a meaning: NonStruct has none (ISO 32000-1, table 333)."""
        return next((above for above in self.ancestors if above.role != "NonStruct"), None)

    @property
    def members(self) -> Iterator[Element]:
        """Yield its kids, and in place of a NonStruct that one's: those whose ``holder`` it is."""
        waiting = [*self.kids][::-1]
        while waiting:
            kid = waiting.pop()
            if kid.role == "NonStruct":
                waiting += [*kid.kids][::-1]
            else:
                yield kid

    @property
    def language(self) -> str | None:
        """Return the language of its texts: its own, that of what it stands in, or the document's."""
        return self.structure.languages[self.number]

    @property
    def path(self) -> str:
        """Return its place for people: "Document > Table[2] > TR[1]"; of a deep one the last steps."""
        steps = [self.structure.steps[self.number]]
        for above in self.ancestors:
            if len(steps) == SHOWN:
                steps.append("…")
                break
            steps.append(self.structure.steps[above.number])
        return " > ".join(reversed(steps))
