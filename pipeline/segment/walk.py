"""The walk through a document that finds its units."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.markup import HTML_SPACE, Inline, normal
from pipeline.page import Element, Namespace, Text
from pipeline.segment.elements import BARE, HEADINGS, ITS_ONLY, KINDS, PRESERVE_SPACE, VOID
from pipeline.segment.links import Goal
from pipeline.segment.model import Segmented, Unit
from pipeline.segment.scope import Scope, is_nested, localization_note, own_filter, within_text
from pipeline.segment.tags import start_tag, target_of
from pipeline.skeleton import (
    LINKS,
    ContactCard,
    DocumentLabel,
    DocumentLink,
    DocumentTitle,
    Filtered,
    Markup,
    PageLink,
    PageTitle,
    UnitLanguage,
    UnitText,
)
from pipeline.trace import adopted, mark

if TYPE_CHECKING:
    from pipeline.page import Node
    from pipeline.skeleton import Link, Piece, Pieces
    from pipeline.source.document import Document

OTHER_WORDS = frozenset({ContactCard, DocumentLabel, DocumentTitle, PageTitle})
"""Slots filled with words that are no unit's of the page."""

_NAMEABLE = re.compile(r"[a-z][a-z-]*\d*")


def segment(document: Document) -> Segmented:
    """Take ``document`` apart into units and skeleton.

    Raises SourceError for addresses that lead nowhere and cards that have no place of their own.
    """
    return _Walk(document).run()


class _Walk:
    """One walk: collects units as it goes, in document order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tree = document.tree
        self.units: list[Unit] = []
        self.links: list[Link] = []
        self.headings: list[tuple[int, str]] = []
        self.section = ""

    def run(self) -> Segmented:
        front, document = self.document.front, self.document
        title = self.front_unit(front.title, "Title of the page", "title")
        description = front.description and self.front_unit(
            front.description, "Description for search engines", "description"
        )
        slug = document.slug and self.front_unit(
            document.slug, "Address of the page: a–z, 0–9, hyphens", "slug", "slug"
        )
        body = self.tree.document.find("body")
        skeleton = self.children(body, Scope(), "p") if body else []
        pieces = _merged(skeleton)
        return Segmented(
            page=document.page,
            source=document.name,
            units=tuple(self.units),
            skeleton=pieces,
            links=tuple(self.links),
            title=title,
            description=description or None,
            slug=slug or None,
            updated=front.updated,
        )

    def front_unit(self, text: str, kind: str, key: str, context: str | None = None) -> int:
        front = self.document.front
        return self.add_unit(text, kind, front.places.get(key, front.location).line, Scope(context=context))

    def add_unit(self, msgid: str, kind: str, line: int, scope: Scope) -> int:
        """Add a unit without placeholders, an attribute's value or a line of the front matter."""
        return self.add(msgid, {}, (kind, *scope.notes), line, scope)

    def add(
        self, msgid: str, placeholders: dict[str, Markup], notes: tuple[str, ...], line: int, scope: Scope
    ) -> int:
        number = len(self.units) + 1
        name = self.document.name
        self.units.append(Unit(number, name, line, msgid, scope.context, notes, placeholders, scope.filters))
        return number

    def children(self, element: Element, scope: Scope, kind: str) -> list[Piece]:
        """Return the pieces of a block's content: runs of inline content are units, blocks are walked."""
        pieces: list[Piece] = []
        run: list[Node] = []
        before = element
        for child in element.children:
            if isinstance(child, Text):
                run.append(child)
            elif isinstance(child, Element):
                if within_text(child):
                    run.append(child)
                    continue
                if run:
                    pieces += self.run_of_text(run, before, scope, kind)
                    run = []
                pieces += self.block(child, scope)
                before = child
        return pieces + self.run_of_text(run, before, scope, kind) if run else pieces

    def block(self, element: Element, scope: Scope) -> list[Piece]:
        """Return the pieces of a block element; a heading begins a section."""
        if element.tag not in HEADINGS:
            return self.plain(element, scope) or self.filtered(element, scope)
        level = int(element.tag[1])
        above = [heading for heading in self.headings if heading[0] < level]
        self.enter_section(above)
        pieces = self.plain(element, scope) or self.filtered(element, scope)
        self.enter_section([*above, (level, " ".join(element.text.split()))])
        return pieces

    def plain(self, element: Element, scope: Scope) -> list[Piece] | None:
        """Return the pieces of an element that is a tag around a text, None for any other.

        Most are no more than that; nothing of what :meth:`element` asks can be so for them.
        """
        if len(element) != 1 or element.attrs or not isinstance(element[0], Text):
            return None
        text, tag, line = element.text, element.tag, element.source_line
        if line is None or tag in PRESERVE_SPACE or not scope.translate or scope.preserve_space:
            return None
        if "<" in text or text != text.strip(HTML_SPACE) or not any(map(str.isalnum, text)):
            return None
        unit = self.add_unit(normal(text), self.described(tag), line, scope)
        language = () if scope.says_language else (UnitLanguage((unit,)),)
        return [f"{mark(unit, line)}<{tag}", *language, ">", UnitText(unit, marked=True), f"</{tag}>"]

    def filtered(self, element: Element, scope: Scope) -> list[Piece]:
        """Return the pieces of a block element, its locale filter around it."""
        contact = self.contact_card(element)
        pieces: list[Piece] = [contact] if contact else self.element(element, scope.within(element))
        locale_filter = own_filter(element)
        return [Filtered(locale_filter, _merged(pieces))] if locale_filter else pieces

    def element(self, element: Element, scope: Scope) -> list[Piece]:
        first = len(self.units)
        opening, closing = self.filled(element, scope)
        content = [] if _is_void(element) else self.children(element, scope, element.tag)
        if len(self.units) == first + 1 and not scope.says_language:
            opening, content = _language_on_element(opening, [*content, *closing[:-1]])
            closing = closing[-1:]
        return [self.mark_since(first, element, content), *opening, *content, *closing]

    def mark_since(self, first: int, element: Element, content: list[Piece]) -> str:
        """Return the mark of ``element``: its first text's unit, else its first unit since ``first``."""
        if len(self.units) == first:
            return mark(0, self.line(element))
        texts = (piece.unit for piece in content if isinstance(piece, UnitText))
        unit = next(texts, first + 1)
        return mark(unit, self.line(element))

    def line(self, element: Element) -> int:
        return element.source_line or self.tree.locate(element).line

    def line_of_text(self, run: list[Node], before: Element) -> int:
        """Return the line on which inline content begins: after the block before it, or in the one around."""
        first = run[0].data if isinstance(run[0], Text) else ""
        feeds = first.count("\n", 0, len(first) - len(first.lstrip(HTML_SPACE)))
        is_inside = run[0].parent is before
        if is_inside and not feeds and before.source_line:
            return before.source_line
        if spans := before.source_location:
            tag = spans.start_tag if is_inside else spans.end_tag or spans.start_tag
            return tag.end_line + feeds
        element = next((node for node in run if isinstance(node, Element)), None)
        return self.line(element) if element else self.document.front.location.line

    def run_of_text(self, run: list[Node], before: Element, scope: Scope, kind: str) -> list[Piece]:
        """Return the pieces of inline content: a unit where there is text for one.

        ``before`` is the block that ends before it, or the one around it where it is the first there.
        """
        if len(run) == 1 and isinstance(run[0], Text) and not (space := run[0].data).strip(HTML_SPACE):
            return [space]
        inline = Inline(preserve_space=scope.preserve_space)
        notes: list[str] = []
        for node in run:
            self.inline(node, inline, scope, notes)
        line = self.line_of_text(run, before)
        is_marked = run[0].parent is before and line == before.source_line  # by the element around it
        if not scope.translate or not inline.has_text():
            return [*([] if is_marked else [mark(0, line)]), *inline.pieces()]
        content = inline.finish()
        values = (f"{name}: {shown}" for name, shown in content.values)
        said = (self.described(kind), *scope.notes, *notes, *values)
        number = len(self.units) + 1
        placeholders = {
            name: Markup(_adopted(markup.opening, number), markup.closing)
            for name, markup in content.placeholders.items()
        }
        self.add(content.msgid, placeholders, said, line, scope)
        text = UnitText(number, marked=scope.says_language)
        before_text = _adopted(content.before, number)
        return [*([] if is_marked else [mark(number, line)]), *before_text, text, *content.after]

    def inline(self, node: Node, inline: Inline, scope: Scope, notes: list[str]) -> None:
        """Add one node of a sentence to ``inline``."""
        if isinstance(node, Text):
            inline.text(node.data)
        elif isinstance(node, Element):
            inner = scope.within(node)
            if inner is not scope and (note := localization_note(node)):
                notes.append(note)
            if scope.translate and not inner.translate:
                inline.value(self.part(node, inner), node.text)
            elif is_nested(node) or _is_void(node) or inner.translate is not scope.translate:
                inline.empty(_placeholder_name(node), self.part(node, inner))
            else:
                self.inline_element(node, inline, inner, notes)

    def inline_element(self, element: Element, inline: Inline, scope: Scope, notes: list[str]) -> None:
        bare = element.tag in BARE and not (set(element.attrs) - ITS_ONLY)
        opening, closing = self.filled(element, scope)
        if isinstance(opening[-1], (PageTitle, DocumentTitle)):
            notes.append(f"The empty link shows the title of what it leads to: {element.attrs['href']}")
        here = () if bare else (mark(0, self.line(element)),)
        inline.open(_placeholder_name(element), Markup((*here, *opening), tuple(closing)), bare=bare)
        for child in element.children:
            self.inline(child, inline, scope, notes)
        inline.close()

    def filled(self, element: Element, scope: Scope) -> tuple[list[Piece], list[Piece]]:
        """Return both tags of an element; an empty link is filled from what it points to."""
        opening = start_tag(self.tree, element, scope, self.add_unit)
        if element.attrs:
            self.links += [piece for piece in opening if isinstance(piece, LINKS)]
        if _is_void(element):
            return opening, []
        closing: list[Piece] = [f"</{element.tag}>"]
        if element.tag not in ("a", "area"):
            return opening, closing
        link = next((piece for piece in opening if isinstance(piece, (PageLink, DocumentLink))), None)
        if link is None:
            return opening, closing
        is_empty = not any(isinstance(child, Element) or child.text.strip() for child in element.children)
        if isinstance(link, PageLink):
            return [*opening, PageTitle(link.page)] if is_empty else opening, closing
        title = [DocumentTitle(link.file)] if is_empty else []
        return [*opening, *title], [DocumentLabel(link.file), *closing]

    def part(self, element: Element, scope: Scope) -> Markup:
        """Return an element of a sentence as one value: opaque, nested or without content."""
        first = len(self.units)
        opening, closing = self.filled(element, scope)
        content = [] if _is_void(element) else self.children(element, scope, element.tag)
        pieces = _merged([self.mark_since(first, element, content), *opening, *content, *closing])
        locale_filter = own_filter(element)
        whole = (Filtered(locale_filter, pieces),) if locale_filter else pieces
        return Markup((*whole, mark(0, self.line(element))) if len(self.units) > first else whole)

    def contact_card(self, element: Element) -> ContactCard | None:
        """Return the card for a paragraph that holds nothing but an empty link to a contact."""
        if element.tag != "p" or element.text.strip(HTML_SPACE):
            return None
        links = [child for child in element.children if isinstance(child, Element)]
        target = target_of(self.tree, links[0]) if len(links) == 1 else None
        if target is None or target.goal is not Goal.CONTACT:
            return None
        card = ContactCard(target.name, self.tree.locate(links[0]).line)
        self.links.append(card)
        return card

    def enter_section(self, headings: list[tuple[int, str]]) -> None:
        """Let what follows stand under ``headings``, each with its level."""
        self.headings = headings
        path = " › ".join(text for _, text in headings)
        self.section = f" · {path}" if path else ""

    def described(self, kind: str) -> str:
        """Return what kind of block a unit is, and the section that it stands in."""
        return KINDS.get(kind, "Text") + self.section


def _is_void(element: Element) -> bool:
    """Tell whether an element has no end tag; in a formula or an SVG picture every one has."""
    return element.tag in VOID and element.namespace is Namespace.HTML


def _placeholder_name(element: Element) -> str:
    return element.tag if _NAMEABLE.fullmatch(element.tag) else "x"


def _adopted(pieces: Pieces, unit: int) -> Pieces:
    """Return the pieces of a sentence's element, its place known as one of the sentence's ``unit``."""
    return tuple([adopted(piece, unit) if isinstance(piece, str) else piece for piece in pieces])


def _language_on_element(opening: list[Piece], content: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Let an element that holds one unit and no other words carry that unit's language itself."""
    if not OTHER_WORDS.isdisjoint(map(type, content)):
        return opening, content
    for position, piece in enumerate(content):
        if isinstance(piece, UnitText) and not piece.marked:
            marked = UnitText(piece.unit, marked=True)
            content = [*content[:position], marked, *content[position + 1 :]]
            return [*opening[:-1], UnitLanguage((piece.unit,)), opening[-1]], content
    return opening, content


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join neighbouring strings, so that an edition has fewer pieces to fill."""
    merged: list[Piece] = []
    strings: list[str] = []
    for piece in pieces:
        if isinstance(piece, str):
            strings.append(piece)
            continue
        if strings:
            merged.append("".join(strings))
            strings.clear()
        merged.append(piece)
    if strings:
        merged.append("".join(strings))
    return tuple(merged)
