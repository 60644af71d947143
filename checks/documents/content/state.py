"""The graphics state, as far as it is asked for (ISO 32000-1, 8.4), and the plane that it is in (8.3)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from checks.documents.content.tokens import numbers
from checks.values.colour import Colour

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.documents.content.fonts import UsedFont
    from checks.documents.pages import Box

Matrix = tuple[float, float, float, float, float, float]
EVERYWHERE: Final[Box] = (-1e6, -1e6, 1e6, 1e6)
IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
UNIT: Final[Box] = (0.0, 0.0, 1.0, 1.0)  # the square that an image is painted in
BLACK: Final = Colour(0, 0, 0)
_SIX: Final = 6


class Graphics:
    """What ``q`` keeps and ``Q`` brings back.  ``fill`` is None where the colour is not plain.

    ``mode`` is how text is rendered (9.3.6); ``components`` of how many numbers a colour consists that sc
    and scn set, 0 where these say no plain colour.
    """

    __slots__ = ("components", "fill", "font", "is_opaque", "leading", "matrix", "mode", "size")

    def __init__(self, matrix: Matrix = IDENTITY) -> None:
        """Begin as a page does (8.4.1)."""
        self.matrix = matrix
        self.font: UsedFont | None = None
        self.size = 0.0
        self.leading = 0.0
        self.mode = 0
        self.fill: Colour | None = BLACK
        self.components = 1
        self.is_opaque = True

    def copy(self) -> Graphics:
        """Return another state like this one."""
        other = Graphics(self.matrix)
        other.font = self.font
        other.size = self.size
        other.leading = self.leading
        other.mode = self.mode
        other.fill = self.fill
        other.components = self.components
        other.is_opaque = self.is_opaque
        return other


@lru_cache(maxsize=1024)
def plain(operands: bytes, components: int) -> Colour | None:
    """Return the colour that ``operands`` say in a colour space of so many components.

    That is DeviceGray, DeviceRGB or black ink alone; which colour other inks are, nobody knows.
    """
    parts = [min(1.0, max(0.0, value)) for value in numbers(operands)]
    if len(parts) != components:
        return None
    match parts:
        case [grey]:
            return Colour(grey, grey, grey)
        case [red, green, blue]:
            return Colour(red, green, blue)
        case [0.0, 0.0, 0.0, black]:
            return Colour(1 - black, 1 - black, 1 - black)
        case _:
            return None


def matrix_of(values: Sequence[float]) -> Matrix | None:
    """Return the matrix that six numbers say."""
    if len(values) != _SIX:
        return None
    a, b, c, d, e, f = values
    return (a, b, c, d, e, f)


def product(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does what ``first`` does, then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def moved(matrix: Matrix, right: float, up: float) -> Matrix:
    """Return ``matrix`` after a step in the plane that it leads from."""
    a, b, c, d, e, f = matrix
    return (a, b, c, d, right * a + up * c + e, right * b + up * d + f)


def box_in(box: Box, matrix: Matrix) -> Box:
    """Return the upright box around ``box`` in the plane that ``matrix`` leads to."""
    left, bottom, right, top = box
    a, b, c, d, e, f = matrix
    across = [a * x + c * y + e for x, y in ((left, bottom), (left, top), (right, bottom), (right, top))]
    along = [b * x + d * y + f for x, y in ((left, bottom), (left, top), (right, bottom), (right, top))]
    return (min(across), min(along), max(across), max(along))


def common(first: Box, second: Box) -> Box:
    """Return what two boxes have in common; one without an area where that is nothing."""
    left, bottom = max(first[0], second[0]), max(first[1], second[1])
    return (left, bottom, max(left, min(first[2], second[2])), max(bottom, min(first[3], second[3])))


def area(box: Box) -> float:
    """Return the area of a box."""
    return (box[2] - box[0]) * (box[3] - box[1])
