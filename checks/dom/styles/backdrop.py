"""What is behind an element's text: the colours of the boxes around it, blended (CSS Backgrounds 3, CSS Compositing 1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.styles import style
from checks.dom.styles.colours import WHITE, Colour
from checks.dom.tree import once

if TYPE_CHECKING:
    from checks.dom.styles import Style
    from checks.dom.tree import Node


@once
def backdrop(node: Node) -> Colour | None:
    """Return the colour behind the text of ``node``; None where that is a picture, or not known.

    The boxes around it are taken to be behind it: what leaves them (``position``, ``float`` below
    what is too small) is not known without a layout.
    """
    above: list[Colour] = []
    for one in node.with_ancestors:
        found = style(one)
        if not _is_plain(found):
            return None
        colour = found.colour("background-color")
        if colour is None:
            return None
        above.append(colour)
        if colour.alpha == 1:
            break
        if found["position"] in {"absolute", "fixed"} and one.parent is not None:
            return None
    return _blend(above)


def _is_plain(found: Style) -> bool:
    return (
        found["background-image"] == "none"
        and found["mix-blend-mode"] == "normal"
        and found["filter"] == "none"
        and found["opacity"] == "1"
    )


def _blend(above: list[Colour]) -> Colour:
    below = WHITE
    for colour in reversed(above):
        below = colour.over(below)
    return below
