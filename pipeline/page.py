"""HTML → a tree of located elements: the one parser, for source pages and for finished ones.

turbohtml builds the tree that the WHATWG standard describes and records where every tag stands;
this room only adds our words for it.  Why this parser: ``docs/decisions/``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from turbohtml import Element, Namespace, Node, Text, parse

from pipeline.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from turbohtml import Document

__all__ = ["Element", "Namespace", "Node", "Text", "Tree", "read_page"]


@dataclass(frozen=True, slots=True)
class Tree:
    """One parsed page: its name for people, and the document as a browser would build it."""

    path: str
    document: Document

    def elements(self) -> Iterator[Element]:
        """Yield every element in document order."""
        return self.document.iter_elements()

    def locate(self, element: Element) -> Location:
        """Return where the start tag of ``element`` stands.

        An element that the parser had to imply (a ``<tbody>`` nobody wrote) stands where its
        nearest written ancestor does; the document itself on line 1.
        """
        node: Element | None = element
        while node is not None and node.source_line is None:
            parent = node.parent
            node = parent if isinstance(parent, Element) else None
        if node is None or node.source_line is None:
            return Location(self.path, 1)
        return Location(self.path, node.source_line, (node.source_col or 0) + 1)

    def locate_attribute(self, element: Element, name: str) -> Location:
        """Return where attribute ``name`` of ``element`` stands, or its start tag where it has none."""
        spans = element.source_location
        span = spans.attrs.get(name) if spans else None
        if span is None:
            return self.locate(element)
        return Location(self.path, span.start_line, span.start_col + 1)


def read_page(content: str | bytes, path: str) -> Tree:
    """Parse ``content`` (bytes are decoded as a browser would) into the tree of the page ``path``.

    Never raises for markup: the standard says what every sequence of bytes means.
    """
    return Tree(path, parse(content, source_locations=True))
