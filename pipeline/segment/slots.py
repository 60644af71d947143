"""The places in a page that each edition fills in its own way.

A skeleton (XLIFF's word for what is left of a document without its text) is a sequence of finished
HTML and these slots.  Every slot that names something carries the source line that named it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.markup import Slot

if TYPE_CHECKING:
    from pipeline.markup import Pieces


@dataclass(frozen=True, slots=True)
class UnitText(Slot):
    """The text of a unit; in fallback wrapped in its language unless ``marked`` by its element."""

    unit: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class UnitAttribute(Slot):
    """The value of a translated attribute."""

    unit: int


@dataclass(frozen=True, slots=True)
class UnitLanguage(Slot):
    """`` lang="…"`` on an element any of whose units is shown in the source language."""

    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageLink(Slot):
    """The ``href`` (and ``hreflang``) of a link to a page of the site."""

    page: str
    fragment: str
    line: int


@dataclass(frozen=True, slots=True)
class PageTitle(Slot):
    """The title of another page, for a link that was left empty."""

    page: str


@dataclass(frozen=True, slots=True)
class FileLink(Slot):
    """The address of a file below ``source/``, inside an attribute."""

    path: str
    fragment: str
    line: int


@dataclass(frozen=True, slots=True)
class DocumentLink(Slot):
    """The ``href``, ``hreflang`` and ``type`` of a link to a document."""

    file: str
    fragment: str
    line: int


@dataclass(frozen=True, slots=True)
class DocumentTitle(Slot):
    """A document's own title, for a link that was left empty."""

    file: str


@dataclass(frozen=True, slots=True)
class DocumentLabel(Slot):
    """Language, format and size of a document, measured."""

    file: str


@dataclass(frozen=True, slots=True)
class ContactCard(Slot):
    """A contact, laid out from its record."""

    contact: str
    line: int


@dataclass(frozen=True, slots=True)
class LocaleFilter:
    """ITS 2.0 Locale Filter: the languages that some content is for (RFC 4647 extended filtering)."""

    ranges: tuple[str, ...]
    exclude: bool = False

    def admits(self, language: str) -> bool:
        """Tell whether content under this filter belongs in ``language``."""
        return any(_matches(wanted, language) for wanted in self.ranges) is not self.exclude


@dataclass(frozen=True, slots=True)
class Filtered(Slot):
    """Content for some languages only."""

    locale_filter: LocaleFilter
    pieces: Pieces


def _matches(wanted: str, language: str) -> bool:
    """RFC 4647 §3.3.2: each subtag of the range in order, ``*`` for any, extra ones skipped."""
    first, *others = wanted.lower().split("-")
    tag = language.lower().split("-")
    if first not in ("*", tag[0]):
        return False
    rest = iter(tag[1:])
    return all(subtag == "*" or subtag in rest for subtag in others)
