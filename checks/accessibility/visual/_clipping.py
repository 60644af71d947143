"""Boxes that hide what does not fit, and whether their text does, on a page enlarged to 200 %.

Without a font and a layout only bounds are known: text that is longer than its box even in the
narrowest font is cut off; text that fits even in the widest one is not.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.visual._extent import least_lines, line_height, room, widths
from checks.dom.rendering import is_text_visible
from checks.dom.styles import Screen, Style, declaring, style_on
from checks.dom.tree import Node, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.dom.tree import Dom

ZOOMED: Final = Screen(640, 512)  # 1280 by 1024 at 200 %
PIECES: Final = 1_000  # of text that are measured in one box
_HIDING: Final = frozenset({"hidden", "clip"})
_SCROLLING: Final = frozenset({"auto", "scroll"})
_ONE_LINE: Final = frozenset({"nowrap", "pre"})
_INLINE: Final = frozenset({"inline", "contents"})
_STACKED: Final = frozenset({"block", "list-item", "flow-root"})
_OUT_OF_FLOW: Final = frozenset({"absolute", "fixed"})


class Fit(IntEnum):
    """Whether text fits into its box, from the best to the worst."""

    FITS = 0
    UNKNOWN = 1
    CUT_OFF = 2


class Clip(NamedTuple):
    """A box that hides what does not fit, and the first text in it."""

    element: Node
    text: str
    fit: Fit


def clips(dom: Dom) -> Iterator[Clip]:
    """Yield the boxes with visible text that hide what does not fit in them."""
    for node in _declaring_overflow(dom):
        found = style_on(ZOOMED, node)
        if not node.is_html or (found["overflow-x"] not in _HIDING and found["overflow-y"] not in _HIDING):
            continue
        first = next(filter(is_text_visible, node.runs), None)
        if first is not None and not _is_hidden_from_tools(node):
            pieces = list(islice(_pieces(node), PIECES))
            fit = max(_fits_across(node, found, pieces), _fits_down(node, found, pieces))
            yield Clip(node, " ".join(first.data.split()), fit)


def _declaring_overflow(dom: Dom) -> list[Node]:
    found = {node for name in ("overflow-x", "overflow-y") for node in declaring(dom, name, ZOOMED)}
    return sorted(found, key=lambda node: node.order)


def _is_hidden_from_tools(node: Node) -> bool:
    return any(one.get("aria-hidden") == "true" for one in node.with_ancestors)


def _pieces(node: Node) -> Iterator[Run | None]:
    """Yield the visible runs of text that ``node`` lays out, and None where a line ends between them.

    What scrolls, stands outside of the flow, or has a height of its own is left out.
    """
    for child in node.children:
        if isinstance(child, Run):
            if is_text_visible(child):
                yield child
        elif child.tag == "br":
            yield None
        elif _takes_part(style_on(ZOOMED, child)):
            line_ends = style_on(ZOOMED, child)["display"] not in _INLINE
            if line_ends:
                yield None
            yield from _pieces(child)
            if line_ends:
                yield None


def _takes_part(found: Style) -> bool:
    return (
        found["display"] != "none"
        and found["visibility"] == "visible"
        and found["position"] not in _OUT_OF_FLOW
        and found["overflow-x"] not in _SCROLLING
        and found["overflow-y"] not in _SCROLLING
        and found.length("height") is None
        and found.length("max-height") is None
    )


def _lines(pieces: Iterable[Run | None]) -> Iterator[list[Run]]:
    """Yield the runs of each line, as far as elements and not widths end lines."""
    line: list[Run] = []
    for piece in pieces:
        if piece is not None:
            line.append(piece)
        elif line:
            yield line
            line = []
    if line:
        yield line


def _fits_across(node: Node, found: Style, pieces: list[Run | None]) -> Fit:
    """Return whether the text is not too wide: what may not wrap, and else the longest word."""
    if found["overflow-x"] not in _HIDING or _is_shortened(found):
        return Fit.FITS
    width = _width(node, found)
    if width is None:
        return Fit.FITS
    fit = Fit.FITS
    for line in _lines(pieces):
        least = most = 0.0
        for run in line:
            low, high = _unbreakable(run)
            least, most = (
                (least + low, most + high) if _is_one_line(run) else (max(least, low), max(most, high))
            )
        fit = max(fit, Fit.CUT_OFF if least > width else Fit.UNKNOWN if most > width else Fit.FITS)
    return fit


def _is_shortened(found: Style) -> bool:
    """Return whether an ellipsis tells that there is more (the rule's exception)."""
    return found["white-space"] == "nowrap" and found["text-overflow"] != "clip"


def _is_one_line(run: Run) -> bool:
    return style_on(ZOOMED, run.parent)["white-space"] in _ONE_LINE


def _unbreakable(run: Run) -> tuple[float, float]:
    """Return the least and the most width of what stands on one line in any case."""
    found = style_on(ZOOMED, run.parent)
    if _is_one_line(run):
        return widths(" ".join(run.data.split()), found)
    if found["overflow-wrap"] != "normal" or found["word-break"] != "normal" or "\u00ad" in run.data:
        return 0.0, 0.0
    longest = max(run.data.replace("-", "- ").split(), key=len, default="")
    return widths(longest, found)


def _width(node: Node, found: Style) -> float | None:
    """Return the most pixels that ``node`` can be wide; None where it grows with its text."""
    stated = found.length("width") is not None or found.length("max-width") is not None
    fills = (
        found["display"] in _STACKED and found["float"] == "none" and found["position"] not in _OUT_OF_FLOW
    )
    return room(node, ZOOMED) + _sides(found, "left", "right") if stated or fills else None


def _fits_down(node: Node, found: Style, pieces: list[Run | None]) -> Fit:
    """Return whether the text has no more lines than the box has room for."""
    height = _height(found)
    if found["overflow-y"] not in _HIDING or height is None:
        return Fit.FITS
    if line_height(found)[0] >= height + _sides(found, "top", "bottom"):
        return Fit.FITS  # whole lines are cut off, not halves (the rule's exception)
    width = room(node, ZOOMED)
    least = most = 0.0
    for line in _lines(pieces):
        low, high = _line_heights(line, width)
        least, most = least + low, most + high
    if most <= height:
        return Fit.FITS
    spare = line_height(found)[0] / 2  # half a line may be empty
    return Fit.CUT_OFF if least > height + spare and _is_stacked(node) else Fit.UNKNOWN


def _line_heights(line: list[Run], width: float) -> tuple[float, float]:
    """Return the least and the most height of a line that may wrap at ``width``."""
    styles = [style_on(ZOOMED, run.parent) for run in line]
    bounds = [widths(" ".join(run.data.split()), found) for run, found in zip(line, styles, strict=True)]
    heights = [line_height(found) for found in styles]
    if all(map(_is_one_line, line)):
        return min(low for low, _ in heights), max(high for _, high in heights)
    least = least_lines(sum(low for low, _ in bounds), width)
    most = least_lines(sum(high for _, high in bounds), width)
    if most > 1:
        most *= 2  # words leave the ends of lines empty
    return least * min(low for low, _ in heights), most * max(high for _, high in heights)


def _height(found: Style) -> float | None:
    """Return the most pixels that the content of a box can be high; None where it grows."""
    stated = [found.length(name) for name in ("height", "max-height")]
    known = [length for length in stated if length is not None]
    if not known:
        return None
    inside = _sides(found, "top", "bottom") if found["box-sizing"] == "border-box" else 0.0
    return min(known) - inside + (found.length("padding-bottom") or 0.0)


def _sides(found: Style, *sides: str) -> float:
    names = (name for side in sides for name in (f"padding-{side}", f"border-{side}-width"))
    shown = (name for name in names if not name.startswith("border") or _has_border(found, name))
    return sum(found.length(name) or 0.0 for name in shown)


def _has_border(found: Style, name: str) -> bool:
    return found[name.replace("width", "style")] not in {"none", "hidden"}


def _is_stacked(node: Node) -> bool:
    """Return whether all in ``node`` stands under one another, so that heights add up."""
    for one in (node, *node.descendants):
        found = style_on(ZOOMED, one)
        shown = found["display"]
        if (
            shown not in _STACKED
            and shown not in _INLINE
            and shown != "none"
            and (one is not node or _has_parts(node))
        ):
            return False
        if found["float"] != "none" and one is not node:
            return False
    return not node.descendants or style_on(ZOOMED, node).declared("column-count") is None


def _has_parts(node: Node) -> bool:
    return any(style_on(ZOOMED, child)["display"] not in _INLINE for child in node.elements)
