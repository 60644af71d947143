"""What is left of a page without its text: finished HTML, and slots that each edition fills its own way.

(Skeleton is XLIFF's word.)  Every slot that names something carries the source line that named it.
The types can be written and read as bytes, so that a page is taken apart once and not once a run.
"""

from __future__ import annotations

from msgspec import Struct


class LocaleFilter(Struct, frozen=True, array_like=True):
    """ITS 2.0 Locale Filter: the languages that some content is for (RFC 4647 extended filtering)."""

    ranges: tuple[str, ...]
    exclude: bool = False

    def admits(self, language: str) -> bool:
        """Tell whether content under this filter belongs in ``language``."""
        return any(_matches(wanted, language) for wanted in self.ranges) is not self.exclude


class Slot(Struct, frozen=True, array_like=True, tag=True):
    """A place in a page that each edition fills in its own way."""


class UnitText(Slot, frozen=True):
    """The text of a unit; in fallback wrapped in its language unless ``marked`` by its element."""

    unit: int
    marked: bool = False


class UnitAttribute(Slot, frozen=True):
    """The value of a translated attribute."""

    unit: int


class UnitLanguage(Slot, frozen=True):
    """`` lang="…"`` on an element any of whose units is shown in the source language."""

    units: tuple[int, ...]


class PageLink(Slot, frozen=True):
    """The ``href`` (and ``hreflang``) of a link to a page of the site."""

    page: str
    fragment: str
    line: int


class PageTitle(Slot, frozen=True):
    """The title of another page, for a link that was left empty."""

    page: str


class FileLink(Slot, frozen=True):
    """The address of a file below ``source/``, inside an attribute."""

    path: str
    fragment: str
    line: int


class DocumentLink(Slot, frozen=True):
    """The ``href``, ``hreflang`` and ``type`` of a link to a document."""

    file: str
    fragment: str
    line: int


class DocumentTitle(Slot, frozen=True):
    """A document's own title, for a link that was left empty."""

    file: str


class DocumentLabel(Slot, frozen=True):
    """Language, format and size of a document, measured."""

    file: str


class ContactCard(Slot, frozen=True):
    """A contact, laid out from its record."""

    contact: str
    line: int


class Filtered(Slot, frozen=True):
    """Content for some languages only."""

    locale_filter: LocaleFilter
    pieces: tuple[Piece, ...]


Link = PageLink | FileLink | DocumentLink | ContactCard
"""A slot that names what must be there; its ``line`` is where."""

LINKS = (PageLink, FileLink, DocumentLink, ContactCard)

Piece = (
    str
    | UnitText
    | UnitAttribute
    | UnitLanguage
    | PageLink
    | PageTitle
    | FileLink
    | DocumentLink
    | DocumentTitle
    | DocumentLabel
    | ContactCard
    | Filtered
)
Pieces = tuple[Piece, ...]


class Markup(Struct, frozen=True, array_like=True):
    """What a placeholder stands for: the pieces of its opening and of its closing tag.

    An empty placeholder (``<br2/>``, ``<x3/>``) has all its pieces in ``opening``.
    """

    opening: Pieces
    closing: Pieces = ()


def _matches(wanted: str, language: str) -> bool:
    """RFC 4647 §3.3.2: each subtag of the range in order, ``*`` for any, extra ones skipped."""
    first, *others = wanted.lower().split("-")
    tag = language.lower().split("-")
    if first not in ("*", tag[0]):
        return False
    rest = iter(tag[1:])
    return all(subtag == "*" or subtag in rest for subtag in others)
