"""Colours in sRGB: how they lie over one another, and WCAG's contrast of two."""

from __future__ import annotations

from typing import Final, NamedTuple


class Colour(NamedTuple):
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

    @property
    def hexadecimal(self) -> str:
        """Return it as people write it: ``#777777``."""
        return "#" + "".join(f"{round(part * 255):02x}" for part in (self.red, self.green, self.blue))


TRANSPARENT: Final = Colour(0, 0, 0, 0)
WHITE: Final = Colour(1, 1, 1)
_LINEAR: Final = 0.04045  # up to which sRGB is a line (IEC 61966-2-1)


def contrast(first: Colour, second: Colour) -> float:
    """Return the contrast ratio of two opaque colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((first.luminance, second.luminance))
    return (lighter + 0.05) / (darker + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
