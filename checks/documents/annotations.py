"""What lies on the pages without being painted there: links, comments, form fields (ISO 32000-1, 12.5)."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from checks.documents.objects import as_number

if TYPE_CHECKING:
    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened

_LONGEST: Final = 2_000  # characters that are kept of a text
_HIDDEN: Final = 1 << 1  # the flag (table 165)
_ANCESTORS: Final = 64  # of a page, that it inherits a box from
_CORNERS: Final = 4

Box = tuple[float, float, float, float]  # left, bottom, right, top, in the page's units


class Annotation(Struct, frozen=True):
    """One annotation.  Texts are None where there is no entry for them."""

    page: int
    number: int  # on its page, counted from 1
    id: int  # of its dictionary, as object references in the structure name it
    subtype: str
    is_hidden: bool = False
    is_outside: bool = False  # of what is shown of the page: its crop box
    contents: str | None = None
    language: str | None = None
    author: str | None = None
    intent: str = ""
    is_reply: bool = False
    struct_parent: int | None = None  # its key in the parent tree of the structure

    @property
    def is_perceivable(self) -> bool:
        """Return whether PDF/UA-1 asks anything of it: what is hidden or off the page, nobody meets."""
        return not (self.is_hidden or self.is_outside)


class AnnotatedPage(Struct, frozen=True):
    """A page with annotations, and the order in which the Tab key goes through them."""

    page: int
    tabs: str | None  # "S" for structure, "R", "C" …
    annotations: tuple[Annotation, ...]


def read_annotations(opened: Opened) -> tuple[AnnotatedPage, ...]:
    """Return the pages of ``opened`` that have annotations."""
    return tuple(
        _page(opened, number, [annotation for _, annotation in found])
        for number, found in groupby(opened.annotations, key=itemgetter(0))
    )


def _page(opened: Opened, number: int, found: list[Dictionary]) -> AnnotatedPage:
    page = opened.pages[number - 1]
    box = _box_of(page)
    annotations = (_annotation(one, number, at, box) for at, one in enumerate(found, 1))
    return AnnotatedPage(number, page.name("/Tabs"), tuple(annotations))


def _annotation(raw: Dictionary, page: int, number: int, box: Box | None) -> Annotation:
    return Annotation(
        page=page,
        number=number,
        id=raw.id,
        subtype=raw.name("/Subtype") or "",
        is_hidden=bool((raw.integer("/F") or 0) & _HIDDEN),
        is_outside=_is_outside(_rectangle(raw, "/Rect"), box),
        contents=_short(raw.text("/Contents")),
        language=raw.text("/Lang"),
        author=_short(raw.text("/T")),
        intent=raw.name("/IT") or "",
        is_reply="/IRT" in raw,
        struct_parent=raw.integer("/StructParent"),
    )


def _short(text: str | None) -> str | None:
    return None if text is None else text[:_LONGEST]


def _is_outside(rectangle: Box | None, box: Box | None) -> bool:
    """Return whether nothing of ``rectangle`` is shown; what has no place is taken for shown."""
    if rectangle is None or box is None:
        return False
    left, bottom, right, top = rectangle
    return left >= box[2] or bottom >= box[3] or right <= box[0] or top <= box[1]


def _box_of(page: Dictionary) -> Box | None:
    """Return what is shown of ``page``: its crop box, or else its media box; both are inherited."""
    return _inherited(page, "/CropBox") or _inherited(page, "/MediaBox")


def _inherited(page: Dictionary, key: str) -> Box | None:
    node: Dictionary | None = page
    for _ in range(_ANCESTORS):
        if node is None:
            return None
        box = _rectangle(node, key)
        if box is not None:
            return box
        node = node.dictionary("/Parent")
    return None


def _rectangle(raw: Dictionary, key: str) -> Box | None:
    """Return a rectangle; any two opposite corners may be given (7.9.5)."""
    values = [as_number(value) for value in raw.array(key)]
    numbers = [value for value in values if value is not None]
    if len(values) != _CORNERS or len(numbers) != _CORNERS:
        return None
    x1, y1, x2, y2 = numbers
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
