"""Colours: what CSS Color 4 writes, how they lie over one another, and WCAG's contrast of two."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tinycss2.color4 import parse_color

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
_UNKNOWN_FUNCTIONS: Final = (
    "color-mix(",
    "light-dark(",
    "device-cmyk(",
    "contrast-color(",
    "color(",
    "rgb(from",
    "rgba(from",
    "hsl(from",
    "hsla(from",
    "hwb(from",
    "lab(from",
    "lch(from",
    "oklab(from",
    "oklch(from",
)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in sRGB; every part from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, below: Colour) -> Colour:
        """Return what is seen where this one lies over ``below`` (CSS Compositing 1, source-over)."""
        alpha = self.alpha + below.alpha * (1 - self.alpha)
        if not alpha:
            return TRANSPARENT
        rest = below.alpha * (1 - self.alpha)

        def mix(above: float, under: float) -> float:
            return (above * self.alpha + under * rest) / alpha

        return Colour(
            mix(self.red, below.red), mix(self.green, below.green), mix(self.blue, below.blue), alpha
        )

    def faded(self, opacity: float) -> Colour:
        """Return it as it is in something of this ``opacity``."""
        return Colour(self.red, self.green, self.blue, self.alpha * opacity)

    @property
    def luminance(self) -> float:
        """Return the relative luminance (WCAG 2.2), as if it were opaque."""
        red, green, blue = map(_linear, (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


TRANSPARENT: Final = Colour(0, 0, 0, 0)
WHITE: Final = Colour(1, 1, 1)


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((first.luminance, second.luminance))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=4096)
def colour(text: str) -> Colour | None:
    """Return the colour that ``text`` names; None where that is unknown, or depends on other things."""
    text = text.strip().lower()
    if len(text) > LONGEST:
        return None
    parsed = parse_color(_SYSTEM.get(text, text))
    if parsed is None or isinstance(parsed, str):
        return None
    try:
        red, green, blue = parsed.to("srgb").coordinates
    except (NotImplementedError, ArithmeticError, ValueError):
        return None
    return Colour(_bounded(red), _bounded(green), _bounded(blue), parsed.alpha)


@lru_cache(maxsize=4096)
def is_colour(text: str) -> bool:
    """Return whether ``text`` is a colour that browsers understand, even where we cannot say which."""
    text = text.strip().lower()
    if text in _UNKNOWN_SYSTEM or text == "currentcolor" or text.startswith(_UNKNOWN_FUNCTIONS):
        return True
    return len(text) <= LONGEST and parse_color(_SYSTEM.get(text, text)) is not None


def _bounded(part: float | None) -> float:
    return min(1.0, max(0.0, part or 0.0))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
