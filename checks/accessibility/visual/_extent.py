"""How much room text takes, as far as that is certain without the font: a lower and an upper bound."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from checks.dom.styles import DESKTOP, Screen, Style, style_on
from checks.dom.tree import once

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checks.dom.tree import Node, Run


class _Widths(dict[str, float]):
    """Widths of characters; all others are as wide as most."""

    def __missing__(self, character: str) -> float:
        return 0.5


# Advance widths in ems, as in the serif and sans serif fonts that browsers come with.
_WIDTHS: Final = _Widths(
    {
        character: width
        for width, characters in {
            0.25: " ijltfrI.,:;'!|()[]-’‘",
            0.45: 'abcdeghknopqsuvxyzåäöéüJ0123456789–"”“„?',
            0.62: "ABCDEFGHKLNOPQRSTUVXYZÅÄÖÉÜ&=+",
            0.75: "mwMW@%—…",
        }.items()
        for character in characters
    }
)
NARROW: Final = 0.9  # the narrowest common font against these
WIDE: Final = 1.35  # and the widest
LONGEST: Final = 2_000  # characters that are measured; the rest is as wide as these
NORMAL_LINE: Final = (1.0, 1.4)  # CSS 2.1, 10.8.1, and what fonts make of ``line-height: normal``


def widths(text: str, found: Style) -> tuple[float, float]:
    """Return the least and the most pixels that one line of ``text`` is wide."""
    measured = text[:LONGEST]
    ems = sum(map(_WIDTHS.__getitem__, measured)) * len(text) / max(1, len(measured))
    size = found.length("font-size") or 0.0
    spacing = len(text) * (found.length("letter-spacing") or 0.0) + text.count(" ") * (
        found.length("word-spacing") or 0.0
    )
    return max(0.0, ems * size * NARROW + spacing), max(0.0, ems * size * WIDE + spacing)


def makes_lines(texts: Sequence[Run], found: Style) -> bool:
    """Return whether ``texts`` in an element of a style certainly take more than one line."""
    width, (least, most) = _room(found), _advances(found)
    if sum([len(run.data) + 1 for run in texts]) * most <= width:
        return False
    text = " ".join([" ".join(run.data.split()) for run in texts])
    return len(text) * least > width or widths(text, found)[0] > width


@once
def _advances(found: Style) -> tuple[float, float]:
    """Return the pixels that a character in the narrowest font takes: between these two, whichever it is."""
    size = (found.length("font-size") or 0.0) * NARROW
    letters, words = (found.length(name) or 0.0 for name in ("letter-spacing", "word-spacing"))
    narrow, wide = min(_WIDTHS.values()), max(_WIDTHS.values())
    return narrow * size + letters + min(0.0, words), wide * size + letters + max(0.0, words)


def line_height(found: Style) -> tuple[float, float]:
    """Return the least and the most pixels between two lines."""
    size = found.length("font-size") or 0.0
    factor = found.number("line-height")
    if factor is not None:
        return factor * size, factor * size
    length = found.length("line-height")
    return (length, length) if length is not None else (NORMAL_LINE[0] * size, NORMAL_LINE[1] * size)


def room(node: Node, screen: Screen = DESKTOP) -> float:
    """Return the most pixels that a line in ``node`` has: of the narrowest box whose width is stated."""
    return _room(style_on(screen, node))


@once
def _room(found: Style) -> float:
    is_placed = found["position"] in {"absolute", "fixed"}
    around = found.screen.width if is_placed or found.parent is None else _room(found.parent)
    return around if found["display"] == "inline" else min([around, *_stated(found)])


def _stated(found: Style) -> Iterable[float]:
    for name in ("width", "max-width"):
        length = found.length(name)
        if length is not None:
            yield length


def least_lines(line: float, width: float) -> int:
    """Return how many lines of ``width`` pixels something that is ``line`` pixels long at least makes."""
    return max(1, math.ceil(line / width)) if width > 0 else 1
