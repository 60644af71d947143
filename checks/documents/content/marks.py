"""A content stream that was read: its marked-content sequences, and what is painted in each (14.6)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from checks.documents.content.fonts import UsedFont
    from checks.documents.content.state import Matrix
    from checks.documents.objects import Dictionary
    from checks.documents.pages import Box
    from checks.values.colour import Colour

ARTIFACT: Final = "Artifact"
SPAN: Final = "Span"


class Properties(NamedTuple):
    """The property list of a sequence, as far as it is asked for; texts are None where they are absent."""

    mcid: int | None = None
    language: str | None = None
    actual_text: str | None = None
    alt: str | None = None
    expansion: str | None = None


NONE: Final = Properties()


class Piece(NamedTuple):
    """A string that is shown; ``follows`` where nothing but the letters parts it from the one before."""

    font: UsedFont
    string: bytes
    follows: bool


class Pale(NamedTuple):
    """Text whose contrast to what certainly lies under it is small; ``size`` is in points.

    ``run`` are its first pieces, which follow one another in their mark; ``last`` is the number of the last.
    """

    run: list[Piece]
    last: int
    colour: Colour
    ground: Colour
    size: float

    def goes_on_from(self, before: Pale) -> bool:
        """Return whether it looks as the text before it does, and nothing is shown between them."""
        is_alike = self[2:] == before[2:] and self.run[0].font is before.run[0].font
        return is_alike and self.last == before.last + 1


class Mark:
    """A marked-content sequence, and what is painted directly in it; a whole stream is one without a tag.

    ``texts``, ``images`` and ``drawings`` count operators; ``pieces`` are in the order in which they are
    shown; ``box`` holds where lines of text begin, without their width.
    """

    __slots__ = ("box", "drawings", "images", "pale", "parent", "pieces", "properties", "tag", "texts")

    def __init__(self, tag: str, parent: Mark | None, properties: Properties = NONE) -> None:
        """Begin a sequence in which nothing is painted yet."""
        self.tag = tag
        self.parent = parent
        self.properties = properties
        self.texts = 0
        self.images = 0
        self.drawings = 0
        self.pieces: list[Piece] = []
        self.pale: list[Pale] = []
        self.box: Box | None = None

    @property
    def painted(self) -> int:
        """Return how often something is painted directly in it."""
        return self.texts + self.images + self.drawings

    def begin(self, x: float, y: float) -> None:
        """Note that a line of text begins at this point."""
        box = self.box
        if box is None:
            self.box = (x, y, x, y)
        else:
            self.box = (min(box[0], x), min(box[1], y), max(box[2], x), max(box[3], y))


class Placed(NamedTuple):
    """What a stream paints in ``mark``: a form XObject, or without one an image in ``box``."""

    mark: Mark
    object: int  # the id of the XObject's dictionary; 0: an inline image
    matrix: Matrix
    form: Sheet | None = None


class Sheet:
    """A stream that was read: of a page, or of a form XObject.

    ``id`` is that of its dictionary; ``marks`` begin with the stream itself, a mark before those in it.
    ``letters`` and ``hidden`` count characters that are shown, and shown invisibly; ``struct_parents`` is
    its key in the parent tree of the structure; ``page`` the first that it is painted on.
    """

    __slots__ = (
        "bounds",
        "hidden",
        "id",
        "is_reference",
        "is_whole",
        "letters",
        "marks",
        "page",
        "placed",
        "struct_parents",
    )

    def __init__(self, stream: Dictionary, bounds: Box, page: int) -> None:
        """Begin with nothing painted; nothing is seen outside of ``bounds``."""
        self.id = stream.id
        self.struct_parents = stream.integer("/StructParents")
        self.is_reference = "/Ref" in stream  # it stands for a page of another document (8.10.4)
        self.bounds = bounds
        self.page = page
        self.marks = [Mark("", None)]
        self.placed: list[Placed] = []
        self.letters = 0
        self.hidden = 0
        self.is_whole = True  # nothing of it was left out

    @property
    def has_identifiers(self) -> bool:
        """Return whether any of its content has an identifier for the structure to name."""
        return any(mark.properties.mcid is not None for mark in self.marks)
