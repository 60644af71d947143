"""What stands in an element, as accname reads it: children, generated text, and boxes of their own."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from checks.dom.exposure import arranged_children
from checks.dom.styles import pseudo
from checks.dom.styles.numerals import readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.styles import Style
    from checks.dom.tree import Node, Run

_INLINE: Final = frozenset({"inline", "contents", "ruby", "none"})
_QUOTES: Final = {"open-quote": '"', "close-quote": '"'}


def rendered_children(node: Node) -> Sequence[Node | Run]:
    """Return the children, with what ``aria-owns`` adds and without what it gives to others."""
    return arranged_children(node)


def spaced(text: str, found: Style) -> str:
    """Return ``text`` with spaces around, if it is in a box of its own: then words do not run together."""
    return text if found["display"] in _INLINE else f" {text} "


def generated(node: Node, place: str) -> str:
    """Return the text of the pseudo-element ``place``: "before" or "after"."""
    found = pseudo(node, place)
    if found is None or found["display"] == "none" or found["visibility"] != "visible":
        return ""
    return spaced("".join(_words(found["content"], node)), found)


def _words(content: str, node: Node) -> Iterator[str]:
    """Yield the words of a value of ``content`` (CSS Content 3, 2): of its alternative, where it has one."""
    for part in _parts(content):
        if part.type == "string":
            yield part.value
        elif part.type == "ident":
            yield _QUOTES.get(part.lower_value, "")
        elif part.type == "function" and part.lower_name == "attr":
            names = [argument.value for argument in part.arguments if argument.type == "ident"]
            yield node.get(names[0]) if names else ""


@lru_cache(256)
def _parts(content: str) -> list[Any]:
    parts: list[Any] = tinycss2.parse_component_value_list(readable(content))
    bars = [number for number, part in enumerate(parts) if part == "/"]
    return parts[bars[0] :] if bars else parts
