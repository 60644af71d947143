"""Text and what is behind it, for the two rules of contrast (WCAG 1.4.3 and 1.4.6)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from checks.dom.aria import inherits
from checks.dom.focus import is_disabled
from checks.dom.names import accessible_name, labels
from checks.dom.rendering import is_text_visible
from checks.dom.roles import role
from checks.dom.styles import Colour, is_complete, style
from checks.dom.styles.backdrop import Appearance, appearances, is_surely_behind
from checks.dom.tree import Dom, Node, Run, once
from checks.model import PASSED, CannotTell, Failed, Verdict
from pipeline.model import msg

LARGE: Final = 24.0  # pixels: 18 points
LARGE_BOLD: Final = 14 * 4 / 3
BOLD: Final = 700
_DISABLING: Final = frozenset({"disabled", "aria-disabled"})


@dataclass(frozen=True, slots=True)
class Writing:
    """Text of one element: how it can look; ``best`` and ``least`` are its highest and lowest contrast."""

    element: Node
    text: str
    looks: tuple[Appearance, ...]
    best: float
    least: float

    @property
    def is_large(self) -> bool:
        """Return whether it is large scale text (WCAG)."""
        found = style(self.element)
        size = found.length("font-size") or 0.0
        return size >= LARGE or (size >= LARGE_BOLD - 0.01 and (found.number("font-weight") or 0) >= BOLD)

    @property
    def is_language(self) -> bool:
        """Return whether it says something in letters or digits; else it is decoration."""
        return any(character.isalnum() for character in self.text)

    @property
    def is_symbol(self) -> bool:
        """Return whether it may be a letter that stands for a picture, as X does for closing."""
        return len(self.text) == 1 and self.text.isalpha()

    @property
    def is_sure(self) -> bool:
        """Return whether the colours are certainly these, and nothing else makes the text readable."""
        return (
            is_complete(self.element.dom)
            and style(self.element)["text-shadow"] == "none"
            and is_surely_behind(self.element)
        )


@dataclass(frozen=True, slots=True)
class Unknown:
    """All texts of a page whose colours are not known: ``number`` of them, ``element`` has the first."""

    element: Node
    number: int


@once
def writings(dom: Dom) -> tuple[Writing | Unknown, ...]:
    """Return the visible texts of a page, but for those in the colour behind them and of what is disabled."""
    found: list[Writing | Unknown] = []
    unknown: list[Node] = []
    for node in dom.nodes:
        text = _text(node)
        if not text or _is_of_disabled(node):
            continue
        looks = appearances(node)
        if looks is None:
            unknown.append(node)
            continue
        ratios = [look.contrast for look in looks]
        if max(ratios) > 1:
            found.append(Writing(node, text, looks, max(ratios), min(ratios)))
    if unknown:
        found.append(Unknown(unknown[0], len(unknown)))
    return tuple(found)


def _text(node: Node) -> str:
    """Return the run of visible text directly in ``node`` that says most."""
    if not node.is_html:
        return ""
    runs = [child for child in node.children if isinstance(child, Run) and not child.data.isspace()]
    texts = [" ".join(run.data.split()) for run in runs if is_text_visible(run)]
    return max(texts, key=lambda text: sum(map(str.isalnum, text)), default="")


@once
def _is_of_disabled(node: Node) -> bool:
    """Return whether it is part of a disabled control or group, or of the name of one."""
    if not _has_disabled(node.dom):
        return False
    if node in _naming(node.dom) or (is_disabled(node) and _is_operable(node)):
        return True
    return node.parent is not None and _is_of_disabled(node.parent)


@once
def _has_disabled(dom: Dom) -> bool:
    return any(not _DISABLING.isdisjoint(node.attributes) for node in dom.nodes)


def _is_operable(node: Node) -> bool:
    own = role(node)
    return inherits(own, "widget") or inherits(own, "group") or inherits(own, "input")


@once
def _naming(dom: Dom) -> frozenset[Node]:
    """Return the elements that the names of disabled controls are made of."""
    disabled = [
        node for node in dom.nodes if is_disabled(node) and _is_operable(node) and accessible_name(node)
    ]
    return frozenset(label for node in disabled for label in (*labels(node), *node.refer("aria-labelledby")))


def judge(writing: Writing | Unknown, *, large: float, other: float) -> Verdict:
    """Require a contrast of ``other``, of large text ``large``, somewhere in it (ACT: highest possible)."""
    if isinstance(writing, Unknown):
        return CannotTell(
            msg(
                "There are texts whose contrast is not known ({number}; this is the first), because a "
                "picture, or more than a colour, is behind them. Look whether they can be read.",
                number=writing.number,
            )
        )
    needed = large if writing.is_large else other
    if writing.least >= needed or not writing.is_language:
        return PASSED
    best = max(writing.looks, key=lambda look: look.contrast)
    text, behind = _hexadecimal(best.text), _hexadecimal(best.behind)
    if writing.best >= needed or writing.is_symbol or not writing.is_sure:
        return CannotTell(
            msg(
                'The contrast of "{text}" may be too low: {colour} on {behind}, where that is behind it. '
                "Look whether it can be read.",
                text=writing.text,
                colour=text,
                behind=behind,
            )
        )
    return Failed(
        msg(
            'The contrast of "{text}" is {ratio}:1, {colour} on {behind}; it needs {needed}:1. '
            "Choose a darker or a lighter colour.",
            text=writing.text,
            ratio=math.floor(writing.best * 100) / 100,
            colour=text,
            behind=behind,
            needed=needed,
        )
    )


def _hexadecimal(colour: Colour) -> str:
    """Return a colour as people write it: ``#777777``."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in (colour.red, colour.green, colour.blue))
