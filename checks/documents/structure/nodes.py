"""The nodes of the structure tree as plain data (ISO 32000-1, 14.7)."""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

NO_PARENT = -1


class Leaf(NamedTuple):
    """What an element holds besides other elements: a piece of marked content, or a whole object.

    ``mcid`` is the content's identifier on its page, or in the form XObject whose id is ``stream``;
    -1 where the leaf is an ``object`` (an annotation, an XObject), then its id.  Ids are those of
    :class:`checks.documents.objects.Dictionary`; pages are counted from 1, 0 where none is known.
    """

    page: int
    mcid: int = -1
    stream: int = 0
    object: int = 0


class Attributes(Struct, frozen=True, gc=False, array_like=True, omit_defaults=True):
    """The standard attributes that rules ask for, of an element itself or of its classes (14.7.5, 14.8.5).

    Names are without their slash, and "" where there is none.
    """

    scope: str = ""
    headers: tuple[str, ...] | None = None  # the identifiers of header cells, as they are written
    row_span: int = 1
    column_span: int = 1
    numbering: str = ""  # ListNumbering
    role: str = ""  # of a form field that is only printed
    placement: str = ""
    box: tuple[float, ...] = ()  # left, bottom, right, top in points


NO_ATTRIBUTES = Attributes()


class Node(Struct, frozen=True, gc=False, array_like=True, omit_defaults=True):
    """One structure element (14.7.2).

    ``type`` is as it is written, "" where there is none; ``role`` is the standard type that it means
    after the role map, "" where it leads to none.  ``kids`` are the numbers of elements, and leaves,
    in their order.  Texts are None where they are absent: an empty one is there.
    """

    type: str
    role: str
    parent: int = NO_PARENT
    kids: tuple[int | Leaf, ...] = ()
    page: int = 0
    names_parent: bool = True  # whether it has the entry P
    language: str | None = None
    alt: str | None = None
    actual_text: str | None = None
    expansion: str | None = None
    id: str | None = None
    title: str | None = None
    attributes: Attributes = NO_ATTRIBUTES
