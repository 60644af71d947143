"""What a page has from itself, or from the nodes of the page tree above it (ISO 32000-1, 7.7.3.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.objects import as_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary

Box = tuple[float, float, float, float]  # left, bottom, right, top, in the page's units

_ANCESTORS: Final = 64
_CORNERS: Final = 4  # numbers that say two of them


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
    values = numbers_of(dictionary, key)
    if len(values) != _CORNERS:
        return None
    x, y, other_x, other_y = values
    return (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))


def numbers_of(dictionary: Dictionary, key: str) -> list[float]:
    """Return the values of an array of numbers; none where one of them is something else."""
    values = [as_number(value) for value in dictionary.array(key)]
    found = [value for value in values if value is not None]
    return found if len(found) == len(values) else []
