"""Presentational hints: what HTML's old attributes say of style (HTML 15.3 and 15.4).

They count as an author's declarations that every rule of a sheet overrides (CSS Cascade 5, 6.4).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.styles.colours import colour

if TYPE_CHECKING:
    from collections.abc import Callable

    from checks.dom.tree import Node

Hints = dict[str, str]

_DIMENSION: Final = re.compile(r"\s*\+?(\d+(?:\.\d+)?)(%)?")
_LEGACY_HEX: Final = re.compile(r"#?([0-9a-fA-F]{3,128})")
_SIZES: Final = ("", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large")
_SIZED: Final = frozenset(
    "img iframe embed object video canvas input hr table td th tr thead tbody tfoot col marquee".split()
)
_ALIGNED: Final = frozenset(
    "div p h1 h2 h3 h4 h5 h6 td th tr thead tbody tfoot caption table hr img col legend".split()
)
_COLOURED: Final = frozenset("body table thead tbody tfoot tr td th marquee".split())
ATTRIBUTES: Final = frozenset(
    "align background bgcolor color dir height hidden nowrap size text width".split()
)


def hints(node: Node) -> Hints:
    """Return what the attributes of ``node`` say of its style."""
    if not node.is_html:
        return _drawn(node)
    if ATTRIBUTES.isdisjoint(node.attributes):
        return {}
    found: Hints = {}
    for name, read in _READERS.items():
        if name in node.attributes:
            found |= read(node, node.attributes[name])
    return found


def legacy_colour(text: str) -> str | None:
    """Return what a colour attribute says (HTML 2.3.6), where it is more than a misspelling."""
    text = text.strip().lower()
    if not text or text == "transparent":
        return None
    if colour(text) is not None and "(" not in text:
        return text
    match = _LEGACY_HEX.fullmatch(text)
    if match is None:
        return None
    digits = match[1].ljust(-(-len(match[1]) // 3) * 3, "0")
    third = len(digits) // 3
    parts = [digits[start : start + third][-8:] for start in (0, third, 2 * third)]
    return "#" + "".join(part[:2].rjust(2, "0") for part in parts)


def _coloured(name: str) -> Callable[[Node, str], Hints]:
    def read(node: Node, value: str) -> Hints:
        tags = {"bgcolor": _COLOURED, "text": {"body"}, "color": {"font", "hr", "basefont"}}
        known = legacy_colour(value) if node.tag in tags[name] else None
        return {} if known is None else {"background-color" if name == "bgcolor" else "color": known}

    return read


def _dimension(name: str) -> Callable[[Node, str], Hints]:
    def read(node: Node, value: str) -> Hints:
        match = _DIMENSION.match(value) if node.tag in _SIZED else None
        if match is None or (node.tag == "input" and node.get("type").lower() != "image"):
            return {}
        return {name: f"{match[1]}{match[2] or 'px'}"}

    return read


def _align(node: Node, value: str) -> Hints:
    value = value.strip().lower()
    if node.tag not in _ALIGNED or value not in {"left", "right", "center", "middle", "justify"}:
        return {}
    if node.tag in {"img", "table"}:
        return {"float": value} if value in {"left", "right"} else {}
    return {"text-align": "center" if value == "middle" else value}


def _font_size(node: Node, value: str) -> Hints:
    match = re.match(r"\s*([-+]?)(\d{1,4})", value)
    if node.tag != "font" or match is None:
        return {}
    number = int(match[2])
    number = {"+": 3 + number, "-": 3 - number}.get(match[1], number)
    return {"font-size": _SIZES[min(7, max(1, number))]}


def _background(node: Node, value: str) -> Hints:
    return {"background-image": "url()"} if node.tag in _COLOURED and value.strip() else {}


def _hidden(node: Node, value: str) -> Hints:  # noqa: ARG001 - as the others
    return {"content-visibility": "hidden", "display": "block"} if value.lower() == "until-found" else {}


def _direction(node: Node, value: str) -> Hints:  # noqa: ARG001 - as the others
    value = value.strip().lower()
    return {"direction": value} if value in {"ltr", "rtl"} else {}


def _nowrap(node: Node, value: str) -> Hints:  # noqa: ARG001 - as the others
    return {"white-space": "nowrap"} if node.tag in {"td", "th", "body"} else {}


_READERS: Final[dict[str, Callable[[Node, str], Hints]]] = {
    "align": _align,
    "background": _background,
    "bgcolor": _coloured("bgcolor"),
    "color": _coloured("color"),
    "text": _coloured("text"),
    "dir": _direction,
    "height": _dimension("height"),
    "width": _dimension("width"),
    "hidden": _hidden,
    "nowrap": _nowrap,
    "size": _font_size,
}
DRAWN: Final = (
    "display",
    "visibility",
    "opacity",
    "color",
    "font-size",
    "font-weight",
    "letter-spacing",
    "word-spacing",
)


def _drawn(node: Node) -> Hints:
    """Return what the presentation attributes of an SVG element say (SVG 2, 6.6)."""
    found = {name: node.attributes[name].strip().lower() for name in DRAWN if name in node.attributes}
    return {
        name: f"{value}px" if name == "font-size" and value.isdigit() else value
        for name, value in found.items()
    }
