"""Links within text, and what tells them from it (WCAG 1.4.1)."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.dom.rendering import is_text_visible, is_visible
from checks.dom.styles import Style, pseudo, style
from checks.dom.styles.backdrop import PICTURES
from checks.dom.tree import Node, Run, once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom

LEAST: Final = 3  # words with letters around a link, so that it stands in a sentence
_COLON: Final = re.compile(r":(?=\s|\Z)")
_INLINE: Final = frozenset({"inline", "contents"})
_FONT: Final = ("font-weight", "font-style", "font-size", "font-family", "text-transform", "font-variant")


def links_in_text(dom: Dom) -> Iterator[tuple[Node, Node]]:
    """Yield the visible links that stand in a line of other text, each with the element of that text."""
    for link in dom.all("a"):
        if not link.is_html or not link.has("href") or style(link)["display"] not in _INLINE:
            continue
        if _is_in_navigation(link):
            continue
        if not any(is_text_visible(run) for run in link.runs) or not is_visible(link):
            continue
        around = _text_around(_block(link))
        if around is not None:
            yield link, around


@once
def _is_in_navigation(node: Node) -> bool:
    """Return whether ``node`` stands where everybody looks for links: "You are here: Start"."""
    is_navigation = node.tag == "nav" or node.get("role") == "navigation"
    return is_navigation or (node.parent is not None and _is_in_navigation(node.parent))


@once
def _block(node: Node) -> Node:
    """Return the box that lays out the lines that ``node`` stands in."""
    if node.parent is None or style(node.parent)["display"] not in _INLINE:
        return node.parent or node
    return _block(node.parent)


@once
def _text_around(block: Node) -> Node | None:
    """Return the element of the longest text directly in the lines of ``block``, links left out.

    What ends with a colon names what stands behind it, and is no sentence around a link.
    """
    runs = [run for run in _runs(block) if is_text_visible(run)]
    text = _COLON.split("".join(run.data for run in runs))[-1]
    words = (word for word in text.split() if any(map(str.isalpha, word)))
    is_sentence = len(list(islice(words, LEAST))) == LEAST
    return max(runs, key=lambda run: len(run.data)).parent if is_sentence else None


def _runs(block: Node) -> Iterator[Run]:
    waiting: list[Node | Run] = block.children[::-1]
    while waiting:
        child = waiting.pop()
        if isinstance(child, Run):
            yield child
        elif child.tag != "a" and style(child)["display"] in _INLINE:
            waiting.extend(reversed(child.children))


def is_marked(link: Node, around: Node) -> bool:
    """Return whether more than its colour tells ``link`` from the text ``around`` it."""
    text = style(around)
    known = _decorations(link.dom)
    marked = any(_is_known(known, style(one), text) for one in (*_up_to(link, around), *link.descendants))
    pictured = any(one.tag in PICTURES for one in link.descendants)
    generated = (pseudo(link, name) for name in ("before", "after"))
    return marked or pictured or any(one is not None for one in generated)


def _up_to(link: Node, around: Node) -> Iterator[Node]:
    """Yield ``link`` and the elements between it and the text around it."""
    for one in link.with_ancestors:
        if one.order <= around.order < one.end:
            return
        yield one


@once
def _decorations(_dom: Dom) -> dict[tuple[Style, Style], bool]:
    """Return whether a style is decorated beside that of a text, for those that were asked about."""
    return {}


def _is_known(known: dict[tuple[Style, Style], bool], found: Style, text: Style) -> bool:
    key = found, text
    if key not in known:
        known[key] = _is_decorated(found, text)
    return known[key]


def _is_decorated(found: Style, text: Style) -> bool:
    return (
        found["text-decoration-line"] != "none"
        or any(
            found[f"border-{side}-style"] not in {"none", "hidden"}
            for side in ("top", "bottom", "left", "right")
        )
        or found["outline-style"] != "none"
        or found["box-shadow"] != "none"
        or found["background-image"] != "none"
        or found["text-shadow"] != text["text-shadow"]
        or (found["background-color"] not in {"transparent", text["background-color"]})
        or any(found[name] != text[name] for name in _FONT)
    )
