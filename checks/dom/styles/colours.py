"""Colours as CSS Color 4 writes them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tinycss2.color4 import Color, parse_color

from checks.values.colour import Colour

LONGEST: Final = 200  # characters; no colour needs more
_SYSTEM: Final = {  # CSS Color 4, 6.2: those whose look browsers agree on, in a light scheme
    "canvas": "#fff",
    "canvastext": "#000",
    "field": "#fff",
    "fieldtext": "#000",
    "linktext": "#0000ee",
    "visitedtext": "#551a8b",
    "buttonface": "#efefef",
    "buttontext": "#000",
    "buttonborder": "#767676",
    "graytext": "#6d6d6d",
    "mark": "#ff0",
    "marktext": "#000",
    "-webkit-link": "#0000ee",
}
_UNKNOWN_SYSTEM: Final = frozenset(
    "accentcolor accentcolortext activetext highlight highlighttext selecteditem selecteditemtext "
    "-webkit-focus-ring-color".split()
)
_UNKNOWN_FUNCTION: Final = re.compile(
    r"(?:color-mix|light-dark|contrast-color|device-cmyk)\("
    r"|color\((?:srgb-linear|display-p3|a98-rgb|prophoto-rgb|rec2020|xyz(?:-d50|-d65)?)\s"
    r"|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\((?:from\s|.*\b(?:calc|min|max|clamp)\()"
)
_D50_TO_D65: Final = (  # CSS Color 4, 16: sample code, Bradford's adaptation
    (0.955473421488075, -0.02309845494876471, 0.06325924320057072),
    (-0.0283697093338637, 1.0099953980813041, 0.021041441191917323),
    (0.012314014864481998, -0.020507649298898964, 1.330365926242124),
)
_XYZ_TO_RGB: Final = (
    (3.2409699419045226, -1.537383177570094, -0.4986107602930034),
    (-0.9692436362808796, 1.8759675015077202, 0.04155505740717559),
    (0.05563007969699366, -0.20397695888897652, 1.0569715142428786),
)


@lru_cache(maxsize=4096)
def colour(text: str) -> Colour | None:
    """Return the colour that ``text`` names; None where that is unknown, or depends on other things."""
    parsed = _parse(text)
    if not isinstance(parsed, Color):
        return None
    try:
        red, green, blue = _coordinates(parsed)
    except (NotImplementedError, ArithmeticError, ValueError):
        return None
    return Colour(_bounded(red), _bounded(green), _bounded(blue), parsed.alpha)


@lru_cache(maxsize=4096)
def is_colour(text: str) -> bool:
    """Return whether ``text`` is a colour that browsers understand, even where we cannot say which."""
    known = text.strip().lower()
    return known in _UNKNOWN_SYSTEM or bool(_UNKNOWN_FUNCTION.match(known)) or _parse(text) is not None


def _parse(text: str) -> Color | str | None:
    text = text.strip().lower()
    if len(text) > LONGEST:
        return None
    try:
        parsed: Color | str | None = parse_color(_SYSTEM.get(text, text))
    except (ArithmeticError, ValueError):
        return None  # of a function without arguments
    return parsed


def _coordinates(parsed: Color) -> tuple[float, float, float]:
    """Return a colour as sRGB, whatever space it is written in (CSS Color 4, 10)."""
    if parsed.space in {"lab", "lch"}:
        return _of_xyz(_times(_D50_TO_D65, parsed.to("xyz-d50").coordinates))
    if parsed.space in {"oklab", "oklch"}:
        return _of_xyz(parsed.to("xyz-d65").coordinates)
    red, green, blue = parsed.to("srgb").coordinates
    return red, green, blue


Triple = tuple[float, float, float]


def _of_xyz(coordinates: Triple) -> Triple:
    red, green, blue = map(_gamma, _times(_XYZ_TO_RGB, coordinates))
    return red, green, blue


def _times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    first, second, third = (
        sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix
    )
    return first, second, third


def _gamma(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _bounded(part: float) -> float:
    return min(1.0, max(0.0, part))
