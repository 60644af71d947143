"""What lies under a text, as far as it is plain: rectangles of one colour on white paper."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.documents.content.state import box_in
from checks.documents.content.tokens import numbers
from checks.values.colour import WHITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.documents.content.state import Matrix
    from checks.documents.pages import Box
    from checks.values.colour import Colour

Point = tuple[float, float]

_COVERS: Final = 100  # that are remembered
_LONGEST: Final = 4_000  # bytes of a path that is looked at
_THIN: Final = 2.0  # points: a line, no background
_STEP: Final = re.compile(rb"([-+.\d\s\0]*+)(re|[mlcvyh])")
_RECTANGLE: Final = 4  # numbers
_AROUND: Final = (  # straight lines that lead once around something with four corners
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
        for name, values in steps:
            if name == b"re" and len(values) == _RECTANGLE:
                x, y, width, height = values
                self.cover(box_in((x, y, x + width, y + height), matrix), colour)
        if any(name != b"re" for name, _ in steps):
            self._fill_drawn(steps, matrix, colour)

    def _fill_drawn(
        self, steps: list[tuple[bytes, list[float]]], matrix: Matrix, colour: Colour | None
    ) -> None:
        """Note that what lines and curves lead around is filled."""
        drawn = (values for name, values in steps if name != b"re")
        points = [point for values in drawn for point in zip(values[::2], values[1::2], strict=False)]
        if points:
            box = _around(points)
            is_plain = [name for name, _ in steps] in _AROUND and set(points) == _corners(box)
            self.cover(box_in(box, matrix), colour if is_plain else None)

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


def _corners(box: Box) -> set[Point]:
    left, bottom, right, top = box
    return {(left, bottom), (left, top), (right, bottom), (right, top)}


def _around(points: Sequence[Point]) -> Box:
    across, along = zip(*points, strict=True)
    return (min(across), min(along), max(across), max(along))


def _has(cover: Box, box: Box) -> bool:
    return cover[0] <= box[0] and cover[1] <= box[1] and cover[2] >= box[2] and cover[3] >= box[3]


def _meets(cover: Box, box: Box) -> bool:
    return cover[0] < box[2] and cover[1] < box[3] and cover[2] > box[0] and cover[3] > box[1]
