"""HTML → a tree of located elements: the one parser, for source pages and for finished ones.

turbohtml builds the tree that the WHATWG standard describes and records where every tag stands;
this room adds our words for it, and what XHTML means otherwise (``xml``).
Why this parser: ``docs/decisions/``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from turbohtml import Doctype, Element, Namespace, Node, ShadowRoot, Text, Token, TokenType, parse, tokenize

from pipeline.model import Location
from pipeline.page.charset import decoded
from pipeline.page.memory import bounded
from pipeline.page.xml import Columns, decode, write_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from turbohtml import Document, SourceSpan

__all__ = [
    "Doctype",
    "Element",
    "Namespace",
    "Node",
    "SyntaxFault",
    "Text",
    "Token",
    "TokenType",
    "Tree",
    "decoded",
    "read_page",
]


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """A parse error by the standard's name for it (``duplicate-attribute``; HTML 13.2.2), and where it is."""

    code: str
    location: Location


@dataclass(frozen=True, slots=True)
class Tree:
    """One parsed page: its name for people, and the document as a browser would build it.

    ``columns`` lead back to the text as it was written, where it was not parsed as it stands;
    ``content`` is what was parsed.
    """

    path: str
    document: Document
    columns: Columns | None = None
    content: str | bytes = field(default="", repr=False, compare=False)
    _spans: dict[Element, Mapping[str, SourceSpan]] = field(default_factory=dict, repr=False, compare=False)

    def elements(self) -> Iterator[Element]:
        """Yield every element in document order."""
        return self.document.iter_elements()

    @property
    def text(self) -> str:
        """Return what was parsed, as text."""
        return self.content if isinstance(self.content, str) else _decoded(self.content, self.document)

    def syntax_faults(self) -> Iterator[SyntaxFault]:
        """Yield the parse errors that the tokenizer met, in order; those of tree construction are no part."""
        for fault in self.document.errors:
            yield SyntaxFault(fault.code, self._location(fault.line, fault.col))

    def tokens(self) -> Iterator[Token]:
        """Yield the tags, texts and comments as they are written, before a tree is made of them."""
        return iter(tokenize(self.text, capture_attributes=False))

    def locate_token(self, token: Token) -> Location:
        """Return where ``token`` begins."""
        return self._location(token.line, token.col)

    def locate(self, element: Element) -> Location:
        """Return where the start tag of ``element`` stands.

        An element that the parser had to imply (a ``<tbody>`` nobody wrote) stands where its
        nearest written ancestor does; the document itself on line 1.
        """
        node: Element | None = element
        while node is not None and node.source_line is None:
            parent = node.parent
            parent = parent.host if isinstance(parent, ShadowRoot) else parent  # filled by a script
            node = parent if isinstance(parent, Element) else None
        if node is None or node.source_line is None:
            return Location(self.path, 1)
        return self._location(node.source_line, node.source_col or 0)

    def locate_attribute(self, element: Element, name: str) -> Location:
        """Return where attribute ``name`` of ``element`` stands, or its start tag where it has none."""
        if element not in self._spans:  # the parser makes them anew for every question
            location = element.source_location
            self._spans[element] = location.attrs if location else {}
        span = self._spans[element].get(name)
        if span is None:
            return self.locate(element)
        return self._location(span.start_line, span.start_col)

    def _location(self, line: int, column: int) -> Location:
        """Return a place of the parsed text, whose columns count from 0, in the written one."""
        return Location(self.path, line, (self.columns.written(line, column) if self.columns else column) + 1)


def read_page(content: str | bytes, path: str) -> Tree:
    """Parse ``content`` (bytes are decoded as a browser would) into the tree of the page ``path``.

    XHTML, going by the name, is what its elements that close themselves mean in XML.
    Never raises for what markup says (the standard has a meaning for every sequence of bytes), only
    ``TolkbarError`` where it would take more memory than a page may.
    """
    columns = None
    if path.lower().endswith(".xhtml"):
        content, columns = write_out(decode(content) if isinstance(content, bytes) else content)
    with bounded(content, path):
        return Tree(path, parse(content, source_locations=True), columns, content)


def _decoded(content: bytes, document: Document) -> str:
    """Return ``content`` in the encoding that the parser found, without a byte-order mark."""
    try:
        text = content.decode(document.encoding or "utf-8", "replace")
    except LookupError:  # the Encoding Standard knows names that Python does not
        text = content.decode("utf-8", "replace")
    return text.removeprefix("\ufeff")
