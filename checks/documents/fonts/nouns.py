"""The nouns of fonts: plain values that rules judge."""

from __future__ import annotations

from typing import Final, NamedTuple

from msgspec import Struct

PREDEFINED: Final = ("MacRomanEncoding", "MacExpertEncoding", "WinAnsiEncoding")
MICROSOFT_SYMBOL: Final = (3, 0)  # platform and encoding of a table in 'cmap'
MICROSOFT_UNICODE: Final = (3, 1)
_TAG: Final = 6  # letters before the plus in the name of a subset


class Glyph(NamedTuple):
    """What one character code of a font shows.

    Widths are thousandths of a unit of text space; None: not said, or not known.
    """

    code: int
    is_rendered: bool  # somewhere in another mode than 3, invisible (ISO 32000-1, 9.3.6)
    text: str | None  # Unicode; empty: there is a map, but no value in it; None: nothing maps the code
    is_notdef: bool = False  # the code asks for the glyph that stands for no character
    is_present: bool | None = None  # in the embedded program; None: no program, or not known
    stated_width: float | None = None  # by the font dictionary
    drawn_width: float | None = None  # by the embedded program


class Collection(NamedTuple):
    """A character collection: what CIDSystemInfo names (9.7.3)."""

    registry: str | None
    ordering: str | None
    supplement: int | None

    def __str__(self) -> str:
        """Return it as it is written: Adobe-Japan1-6."""
        return "-".join("?" if part is None else str(part) for part in self)


class CMap(NamedTuple):
    """The CMap of a composite font: from character codes to CIDs (9.7.5)."""

    name: str
    is_embedded: bool
    collection: Collection | None  # None: it is said nowhere
    stated_mode: int = 0  # WMode of the stream's dictionary
    mode: int = 0  # WMode of the CMap file itself
    others: tuple[str, ...] = ()  # the CMaps that it uses


class Composite(NamedTuple):
    """What only a Type 0 font has."""

    cmap: CMap | None  # None: Encoding is missing
    collection: Collection | None  # of the CIDFont
    has_glyph_map: bool  # CIDToGIDMap is a stream or Identity


class TrueType(NamedTuple):
    """What only a simple TrueType font has (9.6.6.4)."""

    is_symbolic: bool
    has_encoding: bool
    base: str | None  # Encoding, or its BaseEncoding
    has_differences: bool
    unlisted: tuple[str, ...]  # the names in Differences that the Adobe Glyph List lacks
    subtables: tuple[tuple[int, int], ...] | None  # platform and encoding in 'cmap'; None: not known


class Font(Struct, frozen=True):
    """A font that text is shown in: what its dictionary says, what its program holds, what is used of it.

    ``kind`` is the subtype of the font dictionary, of a composite font that of its CIDFont.  ``lists_glyphs``
    says whether CharSet or CIDSet names the glyphs of the program, None where there is no such list.
    ``is_mapped`` is False where ToUnicode could not be read; ``unknown`` says why glyphs were not compared
    with the program: "broken", "limit", "predefined".
    """

    name: str
    kind: str
    page: int  # on which it is used first
    is_rendered: bool
    is_embedded: bool
    glyphs: tuple[Glyph, ...] = ()
    composite: Composite | None = None
    true_type: TrueType | None = None
    lists_glyphs: bool | None = None
    is_mapped: bool = True
    unknown: str = ""

    @property
    def cmap(self) -> CMap | None:
        """Return the CMap of a composite font."""
        return None if self.composite is None else self.composite.cmap

    @property
    def is_subset(self) -> bool:
        """Return whether the name says that the program is a subset (9.6.4): ``ABCDEF+Arial``."""
        tag, plus, _ = self.name.partition("+")
        return bool(plus) and len(tag) == _TAG and tag.isascii() and tag.isalpha() and tag.isupper()

    @property
    def family(self) -> str:
        """Return the name for people: without the mark of a subset."""
        return self.name.partition("+")[2] if self.is_subset else self.name
