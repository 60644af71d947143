"""What is behind text: the colours of the boxes around it (CSS Backgrounds 3, 2; CSS Compositing 1, 5)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from checks.dom.styles import pseudo, style
from checks.dom.styles.gradients import gradient
from checks.dom.styles.shorthands import at_commas
from checks.dom.tree import once
from checks.values.colour import TRANSPARENT, WHITE, Colour, contrast

if TYPE_CHECKING:
    from checks.dom.styles import Style
    from checks.dom.tree import Dom, Node

PICTURES: Final = frozenset({"img", "picture", "video", "canvas", "svg", "object", "embed", "iframe"})
MOST: Final = 200  # colours of gradients over gradients
_OUT_OF_FLOW: Final = frozenset({"absolute", "fixed"})


@dataclass(frozen=True)
class Appearance:
    """What is seen of text: its colour and a colour behind it, each blended with all that is below."""

    text: Colour
    behind: Colour

    @cached_property
    def contrast(self) -> float:
        """Return the contrast of the two (WCAG 2.2)."""
        return contrast(self.text, self.behind)


def backdrop(node: Node) -> Colour | None:
    """Return the colour behind the text of ``node``; None where it is a picture, a gradient, or not known."""
    found = appearances(node)
    return found[0].behind if found is not None and len(found) == 1 else None


def appearances(node: Node) -> tuple[Appearance, ...] | None:
    """Return how the text of ``node`` can look; more than one where it stands on a gradient; None if unknown.

    The boxes around an element are taken to be behind it; ``is_surely_behind`` tells whether that is sure.
    """
    return looks(style(node))


@once
def looks(found: Style) -> tuple[Appearance, ...] | None:
    """Return how text of a style can look, as ``appearances`` does."""
    colour = found.colour("text-fill-color")
    return None if colour is None else _blend(colour, found)


@once
def _box(found: Style) -> Style | None:
    """Return the nearest style, of those around it too, that paints or fades something; None without."""
    if _backgrounds(found) != (TRANSPARENT,) or found["opacity"] != "1":
        return found
    return None if found.parent is None else _box(found.parent)


def _blend(colour: Colour, found: Style) -> tuple[Appearance, ...] | None:
    seen = [Appearance(colour, TRANSPARENT)]
    box = _box(found)
    while box is not None:
        backgrounds = _backgrounds(box)
        if backgrounds is None or len(seen) * len(backgrounds) > MOST:
            return None
        opacity = float(box["opacity"])
        seen = [
            Appearance(each.text.over(behind).faded(opacity), each.behind.over(behind).faded(opacity))
            for each in seen
            for behind in backgrounds
        ]
        if all(each.behind.alpha == 1 for each in seen) and not _is_faded(box.parent):
            return tuple(seen)
        box = None if box.parent is None else _box(box.parent)
    return tuple(Appearance(each.text.over(WHITE), each.behind.over(WHITE)) for each in seen)


def _is_faded(found: Style | None) -> bool:
    """Return whether an element of this style, or something around it, is not opaque."""
    return found is not None and _fades(found)


@once
def _fades(found: Style) -> bool:
    return found["opacity"] != "1" or _is_faded(found.parent)


@once
def is_surely_behind(node: Node) -> bool:
    """Return whether the boxes around ``node`` are behind it, and nothing else is.

    Not where it, or a box between it and the opaque one, is taken out of the flow, or where a picture or
    a box that is out of the flow can lie under it.
    """
    for one in node.with_ancestors:
        background = style(one).colour("background-color")
        if background is not None and background.alpha == 1:
            return True
        if _is_moved(style(one)) or (one.parent is not None and _has_underlay(one.parent)):
            return False
    return not _is_dark(node.dom)


@once
def _is_dark(dom: Dom) -> bool:
    """Return whether the page asks for a dark window behind it (CSS Color Adjustment 1, 2)."""
    schemes = [meta for meta in dom.all("meta") if meta.get("name").strip().lower() == "color-scheme"]
    asked = [meta.get("content").lower() for meta in schemes]
    asked += [style(dom.root)["color-scheme"]] if dom.root is not None else []
    return any("dark" in words and "light" not in words for words in map(str.split, asked))


@once
def _backgrounds(found: Style) -> tuple[Colour, ...] | None:
    """Return the colours that a box of this style can have; None for a picture, or another blending."""
    if found["mix-blend-mode"] != "normal" or found["filter"] != "none" or found["mask-image"] != "none":
        return None
    colour = found.colour("background-color")
    if colour is None or "text" in found["background-clip"]:
        return None
    if found["display"] == "contents":
        return (TRANSPARENT,)
    image = found["background-image"]
    return (colour,) if image == "none" else _pictured(found, image, colour)


def _pictured(found: Style, image: str, colour: Colour) -> tuple[Colour, ...] | None:
    layers = at_commas(image)
    shown = gradient(layers[0]) if len(layers) == 1 else None
    if shown is None:
        return None
    colours = [one.over(colour) for one in shown]
    covers = (
        found["background-size"] in {"auto", "cover", "100% 100%"} and found["background-repeat"] == "repeat"
    )
    return tuple(colours) if covers else (*colours, colour)


def _is_moved(found: Style) -> bool:
    return (
        found["position"] in _OUT_OF_FLOW
        or found["transform"] != "none"
        or any((found.length(f"margin-{side}") or 0) < 0 for side in ("top", "bottom"))
        or (
            found["position"] == "relative"
            and any(found[side] != "auto" for side in ("top", "left", "bottom"))
        )
    )


@once
def _has_underlay(node: Node) -> bool:
    """Return whether something in ``node`` that is out of the flow, or generated, can lie under the rest."""
    for name in ("before", "after"):
        generated = pseudo(node, name)
        if generated is not None and generated["position"] in _OUT_OF_FLOW and _is_painted(generated):
            return True
    return any(_is_underlay(child) for child in node.elements)


def _is_underlay(child: Node) -> bool:
    """Return whether ``child``, or something in it, is a painted layer that others may stand on."""
    found = style(child)
    if found["display"] == "none":
        return False
    out = found["position"] in _OUT_OF_FLOW or _is_in_grid(child)
    return out and (
        child.tag in PICTURES or _is_painted(found) or any(one.tag in PICTURES for one in child.descendants)
    )


def _is_in_grid(child: Node) -> bool:
    """Return whether a grid may lay ``child`` into the same cell as others."""
    declared = style(child).declared
    return any(declared(name) is not None for name in ("grid-area", "grid-row", "grid-column"))


def _is_painted(found: Style) -> bool:
    colour = found.colour("background-color")
    return found["background-image"] != "none" or colour is None or colour.alpha > 0
