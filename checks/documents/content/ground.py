"""What lies under a text, as far as it is plain: rectangles of one colour on white paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.documents.content.state import box_in
from checks.documents.content.tokens import numbers
from checks.values.colour import WHITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.documents.content.state import Box, Matrix
    from checks.values.colour import Colour

_COVERS: Final = 100  # that are remembered
_LONGEST: Final = 4_000  # bytes of a path that is looked at
_THIN: Final = 2.0  # points: a line, no background
_STEP: Final = re.compile(rb"([-+.\d\s\0]*+)(re|[mlcvyh])")
_RECTANGLE: Final = 4  # numbers
_AROUND: Final = (
    [b"m", b"l", b"l", b"l"],
    [b"m", b"l", b"l", b"l", b"h"],
    [b"m", b"l", b"l", b"l", b"l", b"h"],
)


class Ground:
    """What has been painted so far, from the bottom up; None stands for what is not plain."""

    def __init__(self, paper: Colour | None = WHITE) -> None:
        """Begin with paper of one colour."""
        self._paper = paper
        self._covers: list[tuple[Box, Colour | None]] = []

    @property
    def bare(self) -> Colour | None:
        """Return the colour of the paper as long as nothing lies on it."""
        return None if self._covers else self._paper

    def cover(self, box: Box, colour: Colour | None) -> None:
        """Note that ``box`` is painted over."""
        if min(box[2] - box[0], box[3] - box[1]) < _THIN:
            return
        if len(self._covers) == _COVERS:
            self.forget()
        self._covers.append((box, colour))

    def fill(self, path: bytes, matrix: Matrix, colour: Colour | None) -> None:
        """Note that a path is filled: rectangles, or a box in which nothing is plain any more."""
        if len(path) > _LONGEST:
            self.forget()
            return
        steps = [(name, numbers(values)) for values, name in _STEP.findall(path)]
        rectangles = [values for name, values in steps if name == b"re" and len(values) == _RECTANGLE]
        for x, y, width, height in rectangles:
            self.cover(box_in((x, y, x + width, y + height), matrix), colour)
        if len(rectangles) < len(steps):
            points = [
                value for name, values in steps if name != b"re" for value in values[: len(values) & ~1]
            ]
            if points:
                self.cover(box_in(_around(points), matrix), None)

    def under(self, box: Box) -> Colour | None:
        """Return the one colour that lies under the whole of ``box``."""
        for cover, colour in reversed(self._covers):
            if _has(cover, box):
                return colour
            if _meets(cover, box):
                return None
        return self._paper

    def forget(self) -> None:
        """Know nothing any more of what has been painted; what is painted after it lies above."""
        self._paper = None
        self._covers.clear()


def _is_rectangle(steps: Sequence[tuple[bytes, Sequence[float]]]) -> bool:
    """Return whether straight lines lead once around an upright rectangle."""
    names = [name for name, _ in steps]
    points = [value for _, values in steps for value in values]
    left, bottom, right, top = _around(points)
    corners = {(left, bottom), (left, top), (right, bottom), (right, top)}
    return names in _AROUND and set(zip(points[::2], points[1::2], strict=True)) == corners


def _around(points: Sequence[float]) -> Box:
    across, along = points[::2], points[1::2]
    return (min(across), min(along), max(across), max(along))


def _has(cover: Box, box: Box) -> bool:
    return cover[0] <= box[0] and cover[1] <= box[1] and cover[2] >= box[2] and cover[3] >= box[3]


def _meets(cover: Box, box: Box) -> bool:
    return cover[0] < box[2] and cover[1] < box[3] and cover[2] > box[0] and cover[3] > box[1]
