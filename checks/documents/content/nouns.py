"""The nouns of content: plain values that rules judge."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

from checks.values.colour import Colour, contrast


class Untagged(NamedTuple):
    """What a page shows that is neither tagged nor an artifact: how often, and its first text."""

    page: int
    texts: int
    images: int
    drawings: int
    text: str


class Crossed(NamedTuple):
    """Artifacts in tagged content, or the reverse: how many, where the first is, and what it shows."""

    page: int
    number: int
    path: str
    text: str


class Span(NamedTuple):
    """A Span of marked content with a text of its own in place of what it shows (14.9.3 to 14.9.5)."""

    page: int
    path: str
    language: str | None
    actual_text: str | None
    alt: str | None
    expansion: str | None


class Stated(NamedTuple):
    """A language that a property list in the content states (14.9.2), where a page first does so."""

    page: int
    path: str
    language: str


class Speechless(NamedTuple):
    """Text that no language is stated for: how many characters, and the first of them."""

    page: int
    number: int
    path: str
    text: str


class Pale(NamedTuple):
    """Text whose contrast to the plain colour that it stands on is small; ``size`` is in points."""

    page: int
    path: str
    text: str
    colour: Colour
    ground: Colour
    size: float
    is_bold: bool

    @property
    def contrast(self) -> float:
        """Return the contrast ratio (WCAG 2.2), 1 to 21."""
        return contrast(self.colour, self.ground)


class Order(NamedTuple):
    """How the tags of a page run: of ``steps`` from one text to the next, ``jumps`` go up in a column.

    The first of these is from ``text``, which stands at ``path``, to ``next``.
    """

    page: int
    steps: int
    jumps: int = 0
    path: str = ""
    text: str = ""
    next: str = ""


class Form(NamedTuple):
    """A form XObject that is painted: ``times`` at least, counted to two."""

    page: int  # on which it is painted first
    times: int
    is_reference: bool  # it stands for a page of another document (8.10.4)
    has_identifiers: bool  # of marked content


class PageContent(Struct, frozen=True, omit_defaults=True):
    """What one page shows.

    ``letters`` counts characters that are seen, ``hidden`` those that are shown invisibly, as under a
    scan; ``covered`` is the share of the page that images cover.  ``text`` is what stands in no tag and is
    no artifact, its beginning.  ``pictures`` are images that are neither artifacts nor in an element with
    a text alternative.
    """

    page: int
    letters: int = 0
    hidden: int = 0
    covered: float = 0.0
    pictures: int = 0
    painted: int = 0  # operators that paint something
    marks: int = 0  # marked-content sequences with a tag
    text: str = ""
    untagged: Untagged | None = None
    artifacts: Crossed | None = None  # in tagged content
    tagged: Crossed | None = None  # in artifacts
    spans: tuple[Span, ...] = ()
    languages: tuple[Stated, ...] = ()
    speechless: Speechless | None = None
    pale: tuple[Pale, ...] = ()
    is_whole: bool = True  # nothing of it was left out


class Content(Struct, frozen=True, omit_defaults=True):
    """What the pages of a document show.

    ``texts`` is, by the number of a structure element, the text of its own content, its beginning in long
    ones; text in another language than the element's, by its own marks, is left out.
    """

    pages: tuple[PageContent, ...] = ()
    forms: tuple[Form, ...] = ()
    texts: dict[int, str] = {}
    orders: tuple[Order, ...] = ()
