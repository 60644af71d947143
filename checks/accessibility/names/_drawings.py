"""What stands in a drawing that is a file of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.shelf import shelf
from checks.dom.tree import Dom
from pipeline.page import read_page

if TYPE_CHECKING:
    from checks.dom.tree import Surroundings

_KEPT: Final = 10_000  # drawings that are remembered
_SHAPES: Final = ("circle", "ellipse", "foreignObject", "image", "path", "polygon", "polyline", "use")


class Drawing(NamedTuple):
    """How many ``words`` a drawing has as text, and whether it has shapes besides lines and frames."""

    words: int
    has_shapes: bool


def drawing(surroundings: Surroundings, path: str) -> Drawing | None:
    """Return what the file ``path`` holds, read once for all pages; None where it is no drawing."""
    if not path.lower().endswith(".svg"):
        return None

    def read() -> tuple[Drawing | None, int]:
        data = surroundings.read(path)
        return None if data is None else _read(data, path), 1

    found: Drawing | None = shelf(surroundings, drawing, _KEPT).take(path, read)
    return found


def _read(data: bytes, path: str) -> Drawing:
    dom = Dom(read_page(data, path).document)
    words = sum(len(node.text.split()) for node in dom.all("text"))
    return Drawing(words, bool(dom.all(*_SHAPES)))
