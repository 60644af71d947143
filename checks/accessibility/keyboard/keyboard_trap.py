"""Nothing holds the focus."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.accessibility.keyboard._scripts import Sign, scripts
from checks.dom.focus import focusable, is_focusable
from checks.dom.tree import Dom, Node, once
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

# A handler that does nothing but move the focus, at once or after a moment.
_MOVE: Final = re.compile(
    r"""\s*(?:setTimeout\(\s*(?:\(\)\s*=>|function\s*\(\)\s*\{)\s*)?"""
    r"""(?:this(?P<steps>(?:\.(?:next|previous)ElementSibling)*)"""
    r"""|document\.getElementById\(\s*(?P<quote>["'])(?P<id>[^"']*)(?P=quote)\s*\))"""
    r"""\.focus\(\)\s*;?\s*(?:\}?\s*,\s*\d+\s*\)|\}?\s*\))?\s*;?\s*"""
)
_LONGEST: Final = 8  # elements that hand the focus round


@dataclass(frozen=True, slots=True)
class Stop:
    """An element that can have the focus; the scripts of the page are asked about at the first one."""

    element: Node
    is_first: bool


class KeyboardTrap(Rule[Page, Stop]):
    """Who uses the keyboard must get out of every part of the page again, or has to close it.

    Do not move the focus when an element loses it. A dialog closes with Escape.
    """

    id = "keyboard-trap"
    title = msg("Nothing holds the focus")
    severity = Severity.BLOCKING
    requirements = wcag("2.1.2")
    act = ("a1b64e",)

    def applicability(self, page: Page) -> Iterator[Stop]:
        """Yield what can have the focus."""
        for number, node in enumerate(focusable(page.dom)):
            yield Stop(node, number == 0)

    def expectation(self, stop: Stop) -> Verdict:
        """Require that leaving it leads on, not back; what scripts do elsewhere, a person must try."""
        if _comes_back(stop.element):
            return Failed(
                msg(
                    "The focus comes back to the element {tag}. Do not move it in onblur.",
                    tag=stop.element.tag,
                ),
                "onblur",
            )
        if stop.is_first and _may_be_moved(stop.element.dom):
            return CannotTell(
                msg("Scripts move the focus here. Try whether Tab leads through the page and out of it.")
            )
        return PASSED


def _may_be_moved(dom: Dom) -> bool:
    """Return whether scripts move the focus when a key is pressed or the focus comes or goes.

    What is read as a plain move, and followed, is no riddle.
    """
    found = Sign(0)
    for script in scripts(dom):
        if script.attribute != "onblur" or not _MOVE.fullmatch(script.text):
            found |= script.signs
    return Sign.MOVES_FOCUS in found and bool(found & (Sign.HEARS_KEYS | Sign.HEARS_FOCUS))


def _comes_back(node: Node) -> bool:
    """Return whether the focus, sent on by each element that loses it, is sent back here."""
    following: Node | None = node
    for _ in range(_LONGEST):
        following = _sends_to(following) if following is not None else None
        if following is node:
            return True
    return False


@once
def _sends_to(node: Node) -> Node | None:
    """Return where ``onblur`` moves the focus; None where it does not, or does more than that."""
    move = _MOVE.fullmatch(node.get("onblur"))
    if move is None:
        return None
    target = node.dom.by_id(move["id"]) if move["id"] is not None else _walk(node, move["steps"])
    return target if target is not None and is_focusable(target) else None


def _walk(node: Node, steps: str) -> Node | None:
    """Return the sibling that some steps lead to."""
    if node.parent is None:
        return None
    siblings, numbers = _siblings(node.parent)
    number = numbers[node] + steps.count(".next") - steps.count(".previous")
    return siblings[number] if 0 <= number < len(siblings) else None


@once
def _siblings(parent: Node) -> tuple[list[Node], dict[Node, int]]:
    found = list(parent.elements)
    return found, {node: number for number, node in enumerate(found)}
