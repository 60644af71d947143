"""What lies on the pages without being painted there: links, comments, form fields (ISO 32000-1, 12.5)."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from checks.documents.pages import rectangle, shown

if TYPE_CHECKING:
    from checks.documents.objects import Dictionary
    from checks.documents.opened import Opened
    from checks.documents.pages import Box

_LONGEST: Final = 2_000  # characters that are kept of a text
_HIDDEN: Final = 1 << 1  # the flag (table 165)


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
    box = shown(page)
    annotations = (_annotation(one, number, at, box) for at, one in enumerate(found, 1))
    return AnnotatedPage(number, page.name("/Tabs"), tuple(annotations))


def _annotation(raw: Dictionary, page: int, number: int, box: Box | None) -> Annotation:
    return Annotation(
        page=page,
        number=number,
        id=raw.id,
        subtype=raw.name("/Subtype") or "",
        is_hidden=bool((raw.integer("/F") or 0) & _HIDDEN),
        is_outside=_is_outside(rectangle(raw, "/Rect"), box),
        contents=_short(raw.text("/Contents")),
        language=raw.text("/Lang"),
        author=_short(raw.text("/T")),
        intent=raw.name("/IT") or "",
        is_reply="/IRT" in raw,
        struct_parent=raw.integer("/StructParent"),
    )


def _short(text: str | None) -> str | None:
    return None if text is None else text[:_LONGEST]


def _is_outside(place: Box | None, box: Box | None) -> bool:
    """Return whether nothing of ``place`` is shown; what has no place is taken for shown."""
    if place is None or box is None:
        return False
    left, bottom, right, top = place
    return left >= box[2] or bottom >= box[3] or right <= box[0] or top <= box[1]
