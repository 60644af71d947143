"""Start tags of a page as pieces: finished HTML, with slots for what an edition must fill in."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pipeline.errors import SourceError
from pipeline.model import msg
from pipeline.segment.elements import (
    ADDRESSES,
    ATTRIBUTE_KINDS,
    BUTTONS,
    ITS_ONLY,
    PRESERVE_SPACE,
    TRANSLATABLE,
)
from pipeline.segment.links import Goal, Target, resolve
from pipeline.segment.scope import attribute
from pipeline.skeleton import DocumentLink, FileLink, PageLink, UnitAttribute, UnitLanguage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.model import Location
    from pipeline.page import Element, Tree
    from pipeline.segment.scope import Scope
    from pipeline.skeleton import Piece


def start_tag(
    tree: Tree, element: Element, scope: Scope, add_unit: Callable[[str, str, int, Scope], int]
) -> list[Piece]:
    """Return the pieces of ``element``'s start tag.

    ``add_unit(text, kind, line, scope)`` is called for each translated attribute and returns the
    number of its unit.  An element that holds nothing but such attributes says their language; one with
    text of its own cannot, for it would speak for that too.
    """
    if not element.attrs and not _loses_line_feed(element):
        return [f"<{element.tag}", ">"]
    pieces: list[Piece] = [f"<{element.tag}"]
    units: list[int] = []
    for name in element.attrs:
        if name in ITS_ONLY:
            continue
        value = attribute(element, name) or ""
        if scope.translate and _is_text(element, name, value):
            line = tree.locate_attribute(element, name).line
            units.append(add_unit(" ".join(value.split()), _kind(element, name, value), line, scope))
            pieces += [f' {name}="', UnitAttribute(units[-1]), '"']
        else:
            pieces += _address_or_literal(tree, element, name, value)
    if units and not scope.says_language and not element.text.strip():
        pieces.append(UnitLanguage(tuple(units)))
    return [*pieces, ">\n" if _loses_line_feed(element) else ">"]


def _loses_line_feed(element: Element) -> bool:
    """Tell whether a parser will take away the first line feed inside (HTML standard, "in body")."""
    return element.tag in PRESERVE_SPACE and element.text.startswith("\n")


def target_of(tree: Tree, element: Element) -> Target | None:
    """Return where a link leads, None for what is no link."""
    href = attribute(element, "href") if element.tag in ("a", "area") else None
    return resolve(href, tree.locate_attribute(element, "href")) if href else None


def _is_text(element: Element, name: str, value: str) -> bool:
    if not any(map(str.isalnum, value)):
        return False
    if name == "value":
        return element.tag == "input" and (attribute(element, "type") or "").lower() in BUTTONS
    return name in TRANSLATABLE


def _kind(element: Element, name: str, value: str) -> str:
    kind = ATTRIBUTE_KINDS.get(name, f"Attribute {name}")
    source = attribute(element, "src") if name == "alt" else None
    return f"{kind}: {source}" if source and value else kind


def _address_or_literal(tree: Tree, element: Element, name: str, value: str) -> Iterator[Piece]:
    if name in ADDRESSES:
        yield from _address(element, name, value, tree.locate_attribute(element, name))
    elif name == "srcset":
        yield ' srcset="'
        yield from _candidates(value, tree.locate_attribute(element, name))
        yield '"'
    else:
        yield (
            f' {name}="{escape(value)}"'
            if value
            else f" {name}"
            if element.attrs[name] is None
            else f' {name}=""'
        )


def _address(element: Element, name: str, value: str, location: Location) -> Iterator[Piece]:
    target = resolve(value, location)
    is_link = name == "href" and element.tag in ("a", "area")
    if target.goal is Goal.ELSEWHERE:
        yield f' {name}="{escape(target.name)}"'
    elif is_link and target.goal is Goal.PAGE:
        yield PageLink(target.name, target.fragment, location.line)
    elif is_link and target.goal is Goal.DOCUMENT:
        yield DocumentLink(target.name, target.fragment, location.line)
    elif target.goal is Goal.FILE:
        yield from (f' {name}="', FileLink(target.name, target.fragment, location.line), '"')
    else:
        raise SourceError(
            msg("{address} cannot stand here. Link to a page, a document or a file.", address=value), location
        )


def _candidates(value: str, location: Location) -> Iterator[Piece]:
    """Yield the pieces of a ``srcset``: each picture resolved, its width or density kept."""
    for number, candidate in enumerate(value.split(",")):
        address, _, size = candidate.strip().partition(" ")
        target = resolve(address, location)
        yield ", " if number else ""
        known = target.goal is Goal.FILE
        yield FileLink(target.name, target.fragment, location.line) if known else escape(address)
        yield f" {escape(size)}" if size else ""
