"""What is drawn, and what of it is seen (HTML 15.1 "being rendered"; ACT "visible"), without a layout.

Sight is lost by properties that say so (``visibility``, ``opacity``, ``clip``) and by the known ways of
moving content out of the page or into nothing.  What only a layout could tell counts as seen.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.styles import style
from checks.dom.styles.shorthands import four
from checks.dom.styles.values import pixels
from checks.dom.tree import Node, once

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.dom.styles import Style
    from checks.dom.tree import Dom, Run

FAR: Final = 900  # pixels: further to the left or above than this, nothing is left in the page
_CONCEALING: Final = {  # property → what must be in its value for content to be gone
    "opacity": r"[^1]",
    "clip": r"rect",
    "clip-path": r"inset|circle|polygon|var",
    "transform": r"translate|scale|matrix|var",
    "scale": r"0|var",
    "translate": r"-|var",
    **dict.fromkeys(("left", "top", "margin-left", "margin-top"), r"-|var"),
    **dict.fromkeys(("right", "bottom"), r"\d{3}|var"),
    **dict.fromkeys(("width", "height", "max-width", "max-height"), r"(?<![\d.])0|(?<![\d.])1px|var"),
}
_FALLBACK: Final = frozenset({"video", "audio", "canvas", "iframe"})  # what these show stands not in them
_SPACE: Final = re.compile(r"\s+")
_RECT: Final = re.compile(r"rect\(\s*([^)]*)\)")
_INSET: Final = re.compile(r"inset\(\s*([^)]*)\)")
_POINT: Final = re.compile(r"circle\(\s*0|polygon\(\s*(?:0(?:px|%)?\s+0(?:px|%)?[,\s]*)+\)")
_PERCENTAGE: Final = re.compile(r"[\d.]+%")
_WHOLE: Final = 100  # per cent
_SIDES: Final = ("top", "right", "bottom", "left")
_OUT_OF_FLOW: Final = frozenset({"absolute", "fixed"})
_MOVED: Final = re.compile(r"translate(?:3d|x|y)?\(([^)]*)\)")
_SCALED: Final = re.compile(r"scale(?:3d|x|y)?\(\s*0*\.?0+\s*[,)]|matrix\(\s*0[\s,]+0[\s,]+0[\s,]+0[\s,]")


@once
def is_rendered(node: Node) -> bool:
    """Return whether ``node`` has boxes, or would have with content in it."""
    return _has_boxes(style(node)) and node not in _undrawn(node.dom)


@once
def is_visible(node: Node) -> bool:
    """Return whether what ``node`` shows can be seen, somewhere in the page."""
    return _is_seen(style(node)) and node not in _undrawn(node.dom)


def is_text_visible(run: Run) -> bool:
    """Return whether a run of text can be seen: not only space, in something visible, of a size."""
    return shows_text(run.parent) and bool(run.data) and not run.data.isspace()


@once
def shows_text(node: Node) -> bool:
    """Return whether text directly in ``node`` can be seen, where there is some."""
    return _is_legible(style(node)) and node not in _undrawn(node.dom) and not _is_shut(node)


@once
def _is_legible(found: Style) -> bool:
    """Return whether text of this style is seen, and has a size, a colour, and a place in the page."""
    if not _is_seen(found) or found["content-visibility"] == "hidden" or found.length("font-size") == 0:
        return False
    colour = found.colour("color")
    return (colour is None or colour.alpha > 0) and not _is_indented(found)


def visible_text(node: Node) -> str:
    """Return the text in ``node`` that can be seen, its space collapsed."""
    return _SPACE.sub(
        " ", "".join(run.data for run in node.runs if is_text_visible(run) or not run.data.strip())
    ).strip()


@once
def _has_boxes(found: Style) -> bool:
    """Return whether neither ``display`` nor, around it, ``content-visibility`` takes its boxes away."""
    around = found.parent
    if around is not None and (around["content-visibility"] == "hidden" or not _has_boxes(around)):
        return False
    return found["display"] != "none"


@once
def _undrawn(dom: Dom) -> frozenset[Node]:
    """Return the elements that those around them do not draw, whatever their styles."""
    found: set[Node] = set()
    for one in dom.all(*_FALLBACK, "details"):
        if _is_shut(one) and one not in found:
            found.update(one.descendants)
            found.difference_update(_of_summary(one))
    return frozenset(found)


def _of_summary(closed: Node) -> Sequence[Node]:
    """Return what closed details show: their first summary."""
    summaries = (child for child in closed.elements if child.tag == "summary")
    shown = next(summaries, None) if closed.tag == "details" else None
    return () if shown is None else (shown, *shown.descendants)


def _is_shut(node: Node) -> bool:
    """Return whether ``node`` does not draw text that stands in it: fallback, or details."""
    if not node.is_html:
        return False
    return node.tag in _FALLBACK or (node.tag == "details" and not node.has("open"))


@once
def _is_seen(found: Style) -> bool:
    """Return whether a style lets its element be drawn and seen."""
    return found["visibility"] == "visible" and _has_boxes(found) and not _is_gone(found)


@once
def _is_gone(found: Style) -> bool:
    """Return whether an element, or something around it, is transparent, clipped to nothing or moved away."""
    if found.parent is not None and _is_gone(found.parent):
        return True
    if not found.once(_may_be_gone):
        return False
    return found["opacity"] == "0" or _is_clipped(found) or _is_away(found) or _is_empty(found)


def _may_be_gone(found: Style) -> bool:
    """Return whether its declarations say anything that can take it from sight."""
    for name, suspicious in _CONCEALING.items():
        declared = found.declared(name)
        if declared is not None and re.search(suspicious, str(declared)):
            return True
    return False


def _is_clipped(found: Style) -> bool:
    """Return whether ``clip`` or ``clip-path`` leaves nothing, or a pixel."""
    rect = _RECT.match(found["clip"]) if found["position"] in _OUT_OF_FLOW else None
    inset = _INSET.match(found["clip-path"])
    return (
        (rect is not None and _is_thin(rect[1]))
        or (inset is not None and _is_closed(inset[1].partition("round")[0]))
        or _POINT.match(found["clip-path"]) is not None
    )


def _is_thin(sides: str) -> bool:
    """Return whether a rectangle of four ``sides`` is at most a pixel wide or high (CSS Masking 1, 7)."""
    lengths = [pixels(part) for part in re.split(r"[\s,]+", sides.strip())]
    known = [length for length in lengths if length is not None]
    if len(known) != len(_SIDES) or len(lengths) != len(_SIDES):
        return False
    top, right, bottom, left = known
    return right - left <= 1 or bottom - top <= 1


def _is_closed(insets: str) -> bool:
    """Return whether ``insets`` meet in the middle: ``50%`` (CSS Shapes 1, 3.1)."""
    parts = insets.split()
    if not parts or not all(_PERCENTAGE.fullmatch(part) for part in parts[: len(_SIDES)]):
        return False
    top, right, bottom, left = four([float(part[:-1]) for part in parts[: len(_SIDES)]])
    return top + bottom >= _WHOLE or left + right >= _WHOLE


def _is_away(found: Style) -> bool:
    """Return whether it is moved to where no scrolling leads: above or to the left of the page."""
    if found["position"] in _OUT_OF_FLOW:
        if any(_below(found.length(side), -FAR) for side in ("left", "top")):
            return True
        if any(_below(-(found.length(side) or 0), -9 * FAR) for side in ("right", "bottom")):
            return True
    if any(_below(found.length(f"margin-{side}"), -FAR) for side in ("left", "top")):
        return True
    transform = found["transform"]
    if transform == "none":
        return False
    if _SCALED.search(transform):
        return True
    return any(
        _below(pixels(part.strip()), -FAR) or part.strip().startswith(("-100vw", "-999"))
        for match in _MOVED.finditer(transform)
        for part in match[1].split(",")
    )


def _below(length: float | None, limit: float) -> bool:
    return length is not None and length <= limit


def _is_empty(found: Style) -> bool:
    """Return whether it is a box of no or one pixel that hides what does not fit."""
    for axis, side in (("x", "width"), ("y", "height")):
        if found[f"overflow-{axis}"] in {"hidden", "clip"}:
            for name in (side, f"max-{side}"):
                length = found.length(name)
                if length is not None and length <= 1 and not _has_padding(found, side):
                    return True
    return False


def _has_padding(found: Style, side: str) -> bool:
    sides = ("left", "right") if side == "width" else ("top", "bottom")
    return any((found.length(f"padding-{one}") or 0) > 1 for one in sides)


def _is_indented(found: Style) -> bool:
    """Return whether ``text-indent`` moves the text out of what is seen."""
    return _below(pixels(found["text-indent"].split(" ")[0]), -FAR)
