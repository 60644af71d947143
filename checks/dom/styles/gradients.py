"""Gradients: the colours that they can show, wherever one looks (CSS Images 4, 3)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from checks.dom.styles.colours import colour
from checks.dom.styles.shorthands import at_commas, words
from checks.values.colour import Colour

STEPS: Final = 8  # colours between two stops
STOPS: Final = 50
_GRADIENT: Final = re.compile(
    r"(?:-webkit-)?(?:repeating-)?(?:linear|radial|conic)-gradient\((.*)\)", re.IGNORECASE | re.DOTALL
)
_GEOMETRY: Final = re.compile(
    r"to\b|from\b|at\b|circle|ellipse|closest|farthest|[-+.\d]|left|right|top|bottom|center", re.IGNORECASE
)


def gradient(image: str) -> tuple[Colour, ...] | None:
    """Return colours that a gradient shows, close to one another; None for none, or another mixture."""
    match = _GRADIENT.fullmatch(image.strip())
    if match is None:
        return None
    parts = at_commas(match[1])
    if re.search(r"\bin\s", parts[0]):
        return None  # another way of mixing than sRGB's
    if _GEOMETRY.match(parts[0].strip()):
        parts = parts[1:]
    stops = [colour(_stop(part)) for part in parts if not _is_hint(part)]
    if not stops or len(stops) > STOPS or None in stops:
        return None
    known = [stop for stop in stops if stop is not None]
    between = [
        _mix(first, second, step / STEPS) for first, second in pairwise(known) for step in range(1, STEPS)
    ]
    return (*known, *between)


def _stop(part: str) -> str:
    """Return the colour of a stop, without where it stands."""
    pieces = words(part)
    return next((piece for piece in pieces if not re.match(r"[-+.\d]|calc\(", piece)), "")


def _is_hint(part: str) -> bool:
    return re.fullmatch(r"\s*[-+.\d]+(?:%|\w+)\s*", part) is not None


def _mix(first: Colour, second: Colour, share: float) -> Colour:
    """Return the colour between two, as premultiplied sRGB (CSS Color 4, 12.3)."""
    alpha = first.alpha * (1 - share) + second.alpha * share
    if not alpha:
        return Colour(0, 0, 0, 0)

    def part(one: float, other: float) -> float:
        return (one * first.alpha * (1 - share) + other * second.alpha * share) / alpha

    return Colour(
        part(first.red, second.red), part(first.green, second.green), part(first.blue, second.blue), alpha
    )
