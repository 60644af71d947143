"""The standard attributes of a structure element: its own, and those of its classes (ISO 32000-1, 14.7.5)."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from checks.documents.objects import Dictionary, as_name, as_number, as_octets
from checks.documents.structure.nodes import NO_ATTRIBUTES, Attributes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Reader = Callable[[Dictionary, str], Any]

OBJECTS = 64  # attribute objects and classes of one element
HEADERS = 256  # of one cell
SPAN = 100_000  # rows or columns; a larger one means no more
_SIDES = 4


def read_attributes(element: Dictionary, classes: Dictionary | None) -> Attributes:
    """Return what ``element`` says of itself; where it is silent, what its classes say.

    Of several objects that say the same attribute, the last counts (14.7.5.1).
    """
    found: dict[str, Any] = {}
    for attributes in _objects(element, classes):
        questions = _QUESTIONS.get(attributes.name("/O") or "", {})
        for key, (field, read) in questions.items():
            value = read(attributes, key) if key in attributes else None
            if value is not None:
                found[field] = value
    return Attributes(**found) if found else NO_ATTRIBUTES


def _objects(element: Dictionary, classes: Dictionary | None) -> Iterator[Dictionary]:
    """Yield the attribute objects that count for ``element``, the stronger ones later."""
    if classes is not None and "/C" in element:
        for name in islice(map(as_name, element.items("/C")), OBJECTS):
            if name is not None:
                yield from islice(classes.dictionaries(f"/{name}"), OBJECTS)
    if "/A" in element:
        yield from islice(element.dictionaries("/A"), OBJECTS)


def _span(attributes: Dictionary, key: str) -> int | None:
    span = attributes.integer(key)
    return min(span, SPAN) if span is not None and span > 0 else None


def _headers(attributes: Dictionary, key: str) -> tuple[str, ...]:
    named = map(as_octets, attributes.items(key)[:HEADERS])
    return tuple(octets.decode("latin-1") for octets in named if octets is not None)


def _box(attributes: Dictionary, key: str) -> tuple[float, ...] | None:
    sides = tuple(map(as_number, attributes.array(key)[:_SIDES]))
    known = tuple(side for side in sides if side is not None)
    return known if len(known) == _SIDES else None


_QUESTIONS: Final[Mapping[str, Mapping[str, tuple[str, Reader]]]] = {
    "Table": {
        "/Scope": ("scope", Dictionary.name),
        "/Headers": ("headers", _headers),
        "/RowSpan": ("row_span", _span),
        "/ColSpan": ("column_span", _span),
    },
    "List": {"/ListNumbering": ("numbering", Dictionary.name)},
    "PrintField": {"/Role": ("role", Dictionary.name)},
    "Layout": {"/Placement": ("placement", Dictionary.name), "/BBox": ("box", _box)},
}
