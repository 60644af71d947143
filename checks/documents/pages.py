"""What a page has from itself, or from the nodes of the page tree above it (ISO 32000-1, 7.7.3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.objects import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary

Box = tuple[float, float, float, float]  # left, bottom, right, top, in the page's units

_ANCESTORS: Final = 64


def sources(page: Dictionary, key: str) -> Iterator[Dictionary]:
    """Yield the page and the nodes above it that have ``key``: the first that makes sense counts."""
    node: Dictionary | None = page
    for _ in range(_ANCESTORS):
        if node is None:
            return
        if key in node:
            yield node
        node = node.dictionary("/Parent")


def resources(page: Dictionary) -> Dictionary | None:
    """Return the resources of a page."""
    found = (node.dictionary("/Resources") for node in sources(page, "/Resources"))
    return next((resources for resources in found if resources is not None), None)


def shown(page: Dictionary) -> Box | None:
    """Return what is shown of a page: its crop box, or else its media box (14.11.2)."""
    for key in ("/CropBox", "/MediaBox"):
        boxes = (rectangle(node, key) for node in sources(page, key))
        box = next((box for box in boxes if box is not None), None)
        if box is not None:
            return box
    return None


def rectangle(dictionary: Dictionary, key: str) -> Box | None:
    """Return a rectangle; any two opposite corners may be given (7.9.5)."""
    match numbers_of(dictionary, key):
        case (float(x), float(y), float(other_x), float(other_y)):
            return (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
        case _:
            return None


def numbers_of(dictionary: Dictionary, key: str) -> tuple[float | None, ...]:
    """Return the values of an array of numbers; None in place of what is none."""
    return tuple(map(as_number, dictionary.array(key)))
