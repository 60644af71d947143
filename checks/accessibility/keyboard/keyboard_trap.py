"""Nothing holds the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.accessibility.keyboard._trap import is_riddle, is_trapped, keeps_tab, tells_a_way_out
from checks.dom.focus import focusable
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Stop(NamedTuple):
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
    act = ("80af7b",)

    def applicability(self, page: Page) -> Iterator[Stop]:
        """Yield what can have the focus."""
        for number, node in enumerate(focusable(page.dom)):
            yield Stop(node, number == 0)

    def expectation(self, stop: Stop) -> Verdict:
        """Require that Tab or Shift+Tab leads out of it, or that a person finds another way described."""
        dom = stop.element.dom
        if is_trapped(stop.element):
            return _held(stop.element)
        if stop.is_first and is_riddle(dom):
            return CannotTell(
                msg("Scripts move the focus here. Try whether Tab leads through the page and out of it.")
            )
        return PASSED


def _held(node: Node) -> Verdict:
    attribute = "onkeydown" if keeps_tab(node) else "onblur"
    if tells_a_way_out(node.dom):
        return CannotTell(
            msg(
                "The focus comes back to the element {tag}. "
                "See whether the page says which key leads out, and whether it does.",
                tag=node.tag,
            ),
            attribute,
        )
    if attribute == "onkeydown":
        return Failed(
            msg("Tab does nothing in the element {tag}. Let it through in onkeydown.", tag=node.tag),
            attribute,
        )
    return Failed(
        msg("The focus comes back to the element {tag}. Do not move it in onblur.", tag=node.tag), attribute
    )
