"""Inline markup ↔ placeholders, with the round trip as its law.

A unit's content is a sequence of *pieces*: finished HTML, and slots that only an edition can fill
(an address, a translation, a contact card).  :class:`Inline` writes such content as a msgid and
keeps what the placeholders stand for; :func:`restore` puts it back.  The law:
``restore(inline.msgid, inline.placeholders)`` yields the content that went in, white space
normalised.  A translation passes through the same function, so nothing in it can become markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline.placeholder import Kind, markup_like, split
from pipeline.skeleton import Markup, Pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.skeleton import Piece

HTML_SPACE = " \t\n\f\r"
_SPACES = re.compile(f"[{HTML_SPACE}]+")


class Content(Struct, frozen=True):
    """The content of one unit, ready for a catalog.

    ``before`` and ``after`` stand outside the msgid: white space at the ends and elements that wrap
    the whole.  ``values`` tells what visitors see in place of each opaque placeholder.
    """

    before: Pieces
    msgid: str
    after: Pieces
    placeholders: dict[str, Markup]
    values: tuple[tuple[str, str], ...]


class _Element(Struct, frozen=True, eq=False):
    """An inline element before it has a number; ``bare`` ones keep their name."""

    name: str
    markup: Markup
    bare: bool = False
    shown: str = ""


class _Tag(Struct, frozen=True, eq=False):
    kind: Kind
    element: _Element


_Part = str | _Tag


@dataclass(slots=True)
class Inline:
    """Collects the inline content of one unit, in document order.

    ``preserve_space`` keeps white space as it is written (ITS 2.0, Preserve Space).
    """

    preserve_space: bool = False
    _parts: list[_Part] = field(default_factory=list)
    _open: list[_Element] = field(default_factory=list)

    def text(self, text: str) -> None:
        """Add text; what looks like a tag in it becomes a value, so that a catalog stays unambiguous.

        Text that follows text (a comment stood between them) is read with it: a tag may come of the two.
        """
        last = self._parts[-1] if self._parts else None
        if isinstance(last, str):
            del self._parts[-1]
            text = last + text
        for literal in markup_like(text) if "<" in text else ():
            before, _, text = text.partition(literal)
            self._parts.append(before)
            self.value(Markup((escape(literal, quote=False),)), literal)
        self._parts.append(text)

    def open(self, element: str, markup: Markup, *, bare: bool) -> None:
        """Open an inline element; ``bare`` ones keep their name and mean something by themselves."""
        self._open.append(_Element(element, markup, bare))
        self._parts.append(_Tag(Kind.OPEN, self._open[-1]))

    def close(self) -> None:
        """Close the innermost open element."""
        self._parts.append(_Tag(Kind.CLOSE, self._open.pop()))

    def empty(self, element: str, markup: Markup) -> None:
        """Add an element without text, such as a line break or an image."""
        self._parts.append(_Tag(Kind.EMPTY, _Element(element, markup)))

    def value(self, markup: Markup, shown: str) -> None:
        """Add opaque content; the translator reads in a note what will be ``shown`` there."""
        shown = _SPACES.sub(" ", shown).strip(HTML_SPACE)
        self._parts.append(_Tag(Kind.EMPTY, _Element("x", markup, shown=shown)))

    def has_text(self) -> bool:
        """Tell whether anything here is for a translator: a letter or a digit outside placeholders."""
        return any(isinstance(part, str) and any(map(str.isalnum, part)) for part in self._parts)

    def finish(self) -> Content:
        """Return the content with its placeholders numbered in the order of the msgid."""
        if len(self._parts) == 1 and isinstance(self._parts[0], str):
            return self._text_alone(self._parts[0])
        parts = self._parts if self.preserve_space else _normalised(self._parts)
        before: list[Piece] = []
        after: list[Piece] = []
        while True:
            parts, left, right = _trimmed(parts)
            before.append(left)
            after.insert(0, right)
            wrapper = _wrapper(parts)
            if wrapper is None:
                break
            before.extend(wrapper.opening)
            after[:0] = wrapper.closing
            parts = parts[1:-1]
        names = _names(parts)
        msgid = "".join(
            part if isinstance(part, str) else part.kind.value.format(names[part.element]) for part in parts
        )
        return Content(
            before=_joined(before),
            msgid=msgid,
            after=_joined(after),
            placeholders={name: element.markup for element, name in names.items()},
            values=tuple((name, element.shown) for element, name in names.items() if element.shown),
        )

    def _text_alone(self, text: str) -> Content:
        """Return content that has no markup: most units of most pages."""
        text = text if self.preserve_space else normal(text)
        msgid = text.strip(HTML_SPACE)
        start = text.index(msgid)
        return Content(_joined([text[:start]]), msgid, _joined([text[start + len(msgid) :]]), {}, ())

    def pieces(self) -> Pieces:
        """Return the content as it is, for what no translator needs to see."""
        found: list[Piece] = []
        for part in self._parts:
            if isinstance(part, str):
                found.append(escape(part, quote=False))
            else:
                markup = part.element.markup
                found.extend(markup.closing if part.kind is Kind.CLOSE else markup.opening)
        return _joined(found)


def normal(text: str) -> str:
    """Return ``text`` with each run of white space as one space; most text is so already."""
    return _SPACES.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text


def restore(text: str, placeholders: Mapping[str, Markup]) -> Pieces:
    """Return ``text``, a msgid or a msgstr without problems, with its placeholders made markup again.

    All else in it is escaped: it can only be text.
    """
    forms: dict[str, Pieces] = {}
    for name, markup in placeholders.items():
        forms[f"<{name}>"] = forms[f"<{name}/>"] = markup.opening
        forms[f"</{name}>"] = markup.closing
    pieces: list[Piece] = []
    for part in split(text):
        pieces += forms[part] if part in forms else (escape(part, quote=False),)
    return tuple(pieces)


def _names(parts: list[_Part]) -> dict[_Element, str]:
    """Name the elements: bare ones by what they are, the others numbered as they come."""
    names: dict[_Element, str] = {}
    number = 0
    for part in parts:
        if isinstance(part, _Tag) and part.element not in names:
            number += not part.element.bare
            name = part.element.name.rstrip("0123456789")
            names[part.element] = part.element.name if part.element.bare else f"{name}{number}"
    return names


def _normalised(parts: list[_Part]) -> list[_Part]:
    return [normal(part) if isinstance(part, str) else part for part in parts]


def _trimmed(parts: list[_Part]) -> tuple[list[_Part], str, str]:
    """Take white space off both ends; return it, so that the page keeps it."""
    parts = [part for part in parts if part != ""]
    left = right = ""
    if parts and isinstance(parts[0], str):
        kept = parts[0].lstrip(HTML_SPACE)
        left, parts[0] = parts[0][: len(parts[0]) - len(kept)], kept
    if parts and isinstance(parts[-1], str):
        kept = parts[-1].rstrip(HTML_SPACE)
        right, parts[-1] = parts[-1][len(kept) :], kept
    return [part for part in parts if part != ""], left, right


def _wrapper(parts: list[_Part]) -> Markup | None:
    """Return the markup of the element that opens first and closes last, if there is one."""
    if len(parts) < len(("opening", "closing")):
        return None
    first, last = parts[0], parts[-1]
    if isinstance(first, _Tag) and isinstance(last, _Tag) and first.element is last.element:
        return first.element.markup
    return None


def _joined(pieces: list[Piece]) -> Pieces:
    return tuple(piece for piece in pieces if piece != "")
