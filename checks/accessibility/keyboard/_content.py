"""How high and wide the content of a box is, as far as that is certain without a layout."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from checks.accessibility.visual._extent import line_height, widths
from checks.dom.rendering import is_rendered, is_text_visible
from checks.dom.styles import DESKTOP, style
from checks.dom.tree import Run, once

if TYPE_CHECKING:
    from checks.dom.tree import Node

_FLOWS: Final = frozenset({"block", "flow-root", "list-item"})
REPLACED: Final = frozenset(
    "audio canvas embed iframe img input math object select svg textarea video".split()
)
_LISTS: Final = frozenset({"dir", "dl", "menu", "ol", "ul"})
_NARROWEST: Final = 40.0  # pixels: no column of text is narrower
_UNKNOWN: Final = (0.0, math.inf)


@once
def heights(block: Node) -> tuple[float, float]:
    """Return the least and the most pixels that the content of ``block`` is high."""
    if not _stacks(block):
        return _UNKNOWN
    least, most = _lines_of(block)
    blocks = [child for child in block.elements if _is_block(child)]
    for child in blocks:
        low, high = _limited(child)
        least, most = least + low, most + high
    return least + _least_gaps(block, blocks), most


def _least_gaps(block: Node, blocks: list[Node]) -> float:
    """Return the pixels between blocks at least: margins that touch become one (CSS 2.1, 8.3.1).

    Those of the first and the last may stick out of ``block``, unless it scrolls; negative ones draw in.
    """
    if not blocks:
        return 0.0
    first, last = _margin(blocks[0], "top"), _margin(blocks[-1], "bottom")
    gaps = min(last, 0.0) + (first if style(block)["overflow-y"] != "visible" else min(first, 0.0))
    for above, below in pairwise(blocks):
        both = _margin(above, "bottom"), _margin(below, "top"), 0.0
        gaps += max(both) + min(both)
    return gaps


def _margin(node: Node, side: str) -> float:
    """Return a margin of ``node``; lists have none in one another, and so here none that parts."""
    margin = style(node).length(f"margin-{side}") or 0.0
    return min(margin, 0.0) if node.tag in _LISTS else margin


@once
def least_width(block: Node) -> float:
    """Return the least pixels that the content of ``block`` is wide."""
    least = _unbroken(block)
    for child in block.elements if _stacks(block) else ():
        if style(child)["display"] != "inline" and _is_in_flow(child):
            least = max(least, _stated_width(child) or _spilt_width(child))
    return least


def _spilt_width(node: Node) -> float:
    """Return how wide the content of a box in another one is, where it is seen beside the box."""
    return least_width(node) if _is_block(node) and style(node)["overflow-x"] == "visible" else 0.0


def _unbroken(block: Node) -> float:
    """Return the width of the lines directly in ``block`` where nothing breaks them."""
    found = style(block)
    if found["white-space"] not in {"nowrap", "pre"}:
        return 0.0
    text = "".join(
        child.data for child in block.children if isinstance(child, Run) and is_text_visible(child)
    )
    lines = text.splitlines() if found["white-space"] == "pre" else [" ".join(text.split())]
    return max((widths(line, found)[0] for line in lines), default=0.0)


def _stated_width(node: Node) -> float | None:
    """Return the width that a box is given; None where something else may limit it."""
    found = style(node)
    widest = found.length("max-width")
    stated = found.length("width") if widest is not None or found["max-width"] in {"", "none"} else None
    return min(stated, widest) if stated is not None and widest is not None else stated


def _limited(block: Node) -> tuple[float, float]:
    """Return the height of a block in another one: what it says itself, or that of its content."""
    found = style(block)
    stated = found.length("height")
    low, high = heights(block) if stated is None else (stated, stated)
    if stated is None:
        low += sum(found.length(f"padding-{side}") or 0.0 for side in ("top", "bottom"))
    limit = found.length("max-height")
    if found["overflow-y"] != "visible" and limit is not None:
        low, high = min(low, limit), min(high, limit)
    sides = ("margin-top", "margin-bottom", "padding-top", "padding-bottom")
    return low, high + sum(abs(found.length(side) or 0) for side in sides)


def _stacks(block: Node) -> bool:
    return style(block)["display"] in _FLOWS and style(block)["column-count"] in {"", "auto"}


def _is_block(node: Node) -> bool:
    return style(node)["display"] in _FLOWS and _is_in_flow(node)


def _is_in_flow(node: Node) -> bool:
    found = style(node)
    is_beside = found["float"] not in {"", "none"} or found["position"] not in {"", "static", "relative"}
    return not is_beside and is_rendered(node)


def _lines_of(block: Node) -> tuple[float, float]:
    """Return the height of the lines directly in ``block``."""
    text, is_plain = "", True
    for child in block.children:
        if isinstance(child, Run):
            text += child.data if is_text_visible(child) else ""
        elif is_rendered(child) and not _is_block(child):
            is_plain = is_plain and style(child)["display"] == "inline" and not _holds_more(child)
            text += "".join(run.data for run in child.runs if is_text_visible(run))
    low, high = _lines(" ".join(text.split()), block)
    return low, high if is_plain else math.inf


def _holds_more(node: Node) -> bool:
    return node.tag in REPLACED or any(child.tag in REPLACED for child in node.descendants)


def _lines(text: str, block: Node) -> tuple[float, float]:
    if not text:
        return 0.0, 0.0
    found = style(block)
    (low, high), (short, tall) = widths(text, found), line_height(found)
    width = max(_NARROWEST, _width(block))
    return math.ceil(low / width) * short, math.ceil(high / width + 1) * tall


@once
def _width(block: Node) -> float:
    """Return the most pixels that a line has: the narrowest box around it whose width is stated."""
    found = style(block)
    is_apart = block.parent is None or found["position"] in {"absolute", "fixed"}
    limits = [DESKTOP.width if is_apart or block.parent is None else _width(block.parent)]
    if found["display"] != "inline":
        stated = (found.length(name) for name in ("width", "max-width"))
        limits += [length for length in stated if length is not None]
    return min(limits)
