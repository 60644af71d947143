"""Styles: the CSS cascade for what rules need to know, on a desktop screen and without a layout.

``style(node)["display"]`` is a computed value.  The rooms, lowest first: ``colours``, ``media``,
``properties`` and ``shorthands`` (what CSS is made of), ``selectors``, ``declarations``, ``supports`` and
``sheets`` (reading a sheet), ``sources`` (which sheets a page has), ``rulesets`` and ``matching`` (which
rules count), ``values`` and ``computed`` (what they come to), ``kinds`` and ``wardrobe`` (what pages share),
``cascade`` (all of it together), ``backdrop`` (what is behind).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.styles.cascade import Cascade, inline
from checks.dom.styles.computed import Style
from checks.dom.styles.declarations import Declaration
from checks.dom.styles.media import DESKTOP, Screen
from checks.dom.tree import once
from checks.values.colour import Colour, contrast

if TYPE_CHECKING:
    from checks.dom.tree import Dom, Node

__all__ = [
    "DESKTOP",
    "Colour",
    "Declaration",
    "Screen",
    "Style",
    "conditions",
    "contrast",
    "declaring",
    "in_state",
    "inline",
    "is_complete",
    "pseudo",
    "spreads",
    "style",
    "style_on",
]


def style(node: Node) -> Style:
    """Return the computed style of ``node`` on a desktop screen, untouched."""
    found: Style | None = node.memory.get(style)
    if found is None:
        found = node.memory[style] = _on_desktop(node.dom).style(node)
    return found


def style_on(screen: Screen, node: Node) -> Style:
    """Return the computed style of ``node`` on another screen."""
    if screen is DESKTOP:
        return style(node)
    return _cascade(node.dom, screen).style(node)


def declaring(dom: Dom, name: str, screen: Screen = DESKTOP) -> list[Node]:
    """Return the elements that a property may be declared for; for all others it is initial or inherited."""
    return _cascade(dom, screen).declaring(name)


def pseudo(node: Node, name: str) -> Style | None:
    """Return the style of the pseudo-element ``before``, ``after`` … of ``node``; None without one."""
    return _on_desktop(node.dom).box(node, name)


def in_state(node: Node, state: str) -> Style:
    """Return the style of ``node`` as it is in ``state``: ``focus``, ``hover`` or ``active``.

    Focus is that of the keyboard: ``:focus-visible`` and ``:focus-within`` match, too.
    """
    key = in_state, state
    if key not in node.memory:
        node.memory[key] = _cascade(node.dom, DESKTOP).derive(node, state=state)
    found: Style = node.memory[key]
    return found


def is_complete(dom: Dom) -> bool:
    """Return whether every sheet of the page was read; where not, a value may be another one."""
    return _cascade(dom, DESKTOP).is_complete


def spreads(dom: Dom, *states: str) -> bool:
    """Return whether an element in one of ``states`` may give another style to what is not it."""
    return not _cascade(dom, DESKTOP).spreading.isdisjoint(states)


def conditions(dom: Dom) -> frozenset[str]:
    """Return the media queries of the page's sheets, in lower case."""
    return _cascade(dom, DESKTOP).conditions


def _cascade(dom: Dom, screen: Screen) -> Cascade:
    if screen is DESKTOP:
        return _on_desktop(dom)
    key = _cascade, screen
    if key not in dom.memory:
        dom.memory[key] = Cascade(dom, screen)
    cascade: Cascade = dom.memory[key]
    return cascade


@once
def _on_desktop(dom: Dom) -> Cascade:
    return Cascade(dom, DESKTOP)
