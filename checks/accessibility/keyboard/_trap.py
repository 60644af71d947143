"""Elements that send the focus on when they lose it, and whether it ever gets out (WCAG 2.1.2).

A handler is followed where it does nothing but move the focus: written in ``onblur``, or in a
function that ``onblur`` calls, perhaps only once a flag is up that ``onfocus`` sets.  What does nothing
in ``onkeydown`` but keep the Tab key, or every key, holds the focus as well.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility._behaviour import NAME, functions
from checks.accessibility._perceived import perceived
from checks.accessibility.keyboard._scripts import Sign, all_signs, scripts
from checks.dom.focus import is_focusable, tab_index, tab_stops
from checks.dom.tree import Dom, Node, once

if TYPE_CHECKING:
    from collections.abc import Iterator

_LATER: Final = r"(?P<later>setTimeout\(\s*(?:\(\)\s*=>|function\s*\(\)\s*\{)\s*)?"
_FOCUS: Final = r"\.focus\(\)\s*;?\s*(?:\}?\s*,\s*\d+\s*\)|\}?\s*\))?\s*;?\s*\}?\s*"
_MOVE: Final = re.compile(
    rf"""\s*{_LATER}(?:this(?P<steps>(?:\.(?:next|previous)ElementSibling)*)"""
    rf"""|document\.getElementById\(\s*(?P<quote>["'])(?P<id>[^"']*)(?P=quote)\s*\)){_FOCUS}"""
)
_CALL: Final = re.compile(rf"""\s*(?P<name>{NAME})\(\s*["'](?P<id>[^"']*)["']\s*\)\s*;?\s*""")
_MOVE_TO: Final = re.compile(
    rf"\s*(?:if\s*\(\s*(?P<flag>{NAME})\s*\)\s*\{{?\s*)?{_LATER}"
    rf"document\.getElementById\(\s*(?P<taken>{NAME})\s*\){_FOCUS}"
)
_KEEPS_TAB: Final = re.compile(
    r"""\s*(?:if\s*\(\s*event\.(?:key\s*={2,3}\s*(["'])Tab\1|(?:keyCode|which)\s*={2,3}\s*9)\s*\)\s*\{?\s*)?"""
    r"""(?:event\.preventDefault\(\)|return\s+false)\s*;?(?:\s*return\s+false\s*;?)?\s*\}?\s*"""
)
_RAISES: Final = re.compile(rf"(?<![\w$.])({NAME})\s*=\s*true\b")
_KEY: Final = re.compile(
    r"\b(?:ctrl|strg|control|alt|option|shift|skift|umschalt\w*|esc|escape|cmd|command|meta|f\d{1,2}"
    r"|keys?|press|tangent\w*|tryck\w*|tasten?|drück\w*)\b",
    re.IGNORECASE,
)
_FOCUS_HANDLERS: Final = re.compile(r"on(?:focus|focusin|focusout|blur|key\w+|load)")
_SHORT: Final = 500  # characters of a handler that does nothing but move the focus
_LONGEST: Final = 8  # elements that hand the focus round


class _Move(NamedTuple):
    """Where the focus goes from an element that loses it; ``is_late``: only after a moment."""

    target: Node
    is_late: bool


def keeps_tab(node: Node) -> bool:
    """Return whether Tab does nothing in ``node``, by its own handler or that of an element around it."""
    return bool(node.dom.having("onkeydown")) and _keeps_tab(node)


@once
def _keeps_tab(node: Node) -> bool:
    is_kept = _KEEPS_TAB.fullmatch(_plain(node.get("onkeydown"))) is not None
    return is_kept or (node.parent is not None and _keeps_tab(node.parent))


def comes_back(node: Node) -> bool:
    """Return whether the focus, sent on by each element that loses it, is sent back here."""
    if not node.dom.having("onblur"):
        return False
    following = node
    for _ in range(_LONGEST):
        move = _move(following)
        if move is None:
            return False
        following = move.target
        if following is node:
            return True
    return False


def is_trapped(node: Node) -> bool:
    """Return whether the focus never gets out of ``node`` and where it is sent, forward or backward."""
    if keeps_tab(node):
        return True
    if not comes_back(node):
        return False
    move = _move(node)
    return (move is not None and move.target is node) or not _gets_out(node)


@once
def tells_a_way_out(dom: Dom) -> bool:
    """Return whether a page may have a way out of a trap, and say which: a key that is heard and named."""
    if Sign.HEARS_KEYS not in all_signs(dom):
        return False
    if any(_KEY.search(run.data) for node in dom.nodes for run in perceived(node)):
        return True
    if any(name.startswith("on") and not _FOCUS_HANDLERS.fullmatch(name) for name in dom.attributes):
        return True
    leading = (node.get("href").strip() for node in dom.all("a", "area"))
    return any(address and not address.startswith("#") for address in leading)


@once
def is_riddle(dom: Dom) -> bool:
    """Return whether scripts move the focus on keys, or when it comes or goes, that are not followed here."""
    if any(map(is_trapped, dom.having("onblur", "onkeydown"))):
        return False  # what is found needs no guess
    found = Sign(0)
    for script in scripts(dom):
        if script.attribute != "onblur" or not _is_followed(script.element):
            found |= script.signs
    if Sign.MOVES_FOCUS in found and found & (Sign.HEARS_KEYS | Sign.HEARS_FOCUS):
        return True
    return Sign.KEEPS_TAB | Sign.HEARS_KEYS in found


def _gets_out(start: Node) -> bool:
    """Return whether Tab or Shift+Tab, as often as need be, leads to where nothing sends the focus back."""
    seen, waiting = {start}, [start]
    while waiting and len(seen) <= _LONGEST:
        node = waiting.pop()
        move = _move(node)
        for neighbour in _neighbours(node):
            following = neighbour if move is None else move.target
            if neighbour is None and (move is None or move.is_late):
                return True  # gone to the browser before the script could bring it back
            if following is None or following in seen:
                continue
            if _move(following) is None:
                return True
            seen.add(following)
            waiting.append(following)
    return bool(waiting)


def _neighbours(node: Node) -> Iterator[Node | None]:
    """Yield what Tab and Shift+Tab lead to from ``node``; None stands for the browser around the page."""
    stops, places = _order(node.dom)
    place = places.get(node)
    if place is not None:
        yield stops[place + 1] if place + 1 < len(stops) else None
        yield stops[place - 1] if place else None


@once
def _order(dom: Dom) -> tuple[list[Node], dict[Node, int]]:
    stops = sorted(tab_stops(dom), key=lambda stop: tab_index(stop) or float("inf"))
    return stops, {stop: place for place, stop in enumerate(stops)}


@once
def _move(node: Node) -> _Move | None:
    """Return where ``onblur`` moves the focus; None where it does not, or does more than that."""
    if "onblur" not in node.attributes:
        return None
    written = _MOVE.fullmatch(_plain(node.get("onblur")))
    if written is not None:
        target = node.dom.by_id(written["id"]) if written["id"] is not None else _walk(node, written["steps"])
        found = _Move(target, written["later"] is not None) if target is not None else None
    else:
        found = _called(node)
    return found if found is not None and is_focusable(found.target) else None


def _is_followed(node: Node) -> bool:
    return _MOVE.fullmatch(_plain(node.get("onblur"))) is not None or _move(node) is not None


def _called(node: Node) -> _Move | None:
    """Return where a function moves the focus that ``onblur`` calls with the id of an element."""
    call = _CALL.fullmatch(_plain(node.get("onblur")))
    function = functions(node.dom).get(call["name"]) if call is not None else None
    move = _MOVE_TO.fullmatch(_plain(function.body)) if function is not None else None
    if call is None or function is None or move is None or (move["taken"],) != function.parameters:
        return None
    if move["flag"] is not None and move["flag"] not in _raised(node.dom):
        return None
    target = node.dom.by_id(call["id"])
    return _Move(target, move["later"] is not None) if target is not None else None


def _plain(code: str) -> str:
    """Return code that is short enough to be a plain move, with single spaces; else nothing."""
    return " ".join(code.split()) if len(code) <= _SHORT else ""


@once
def _raised(dom: Dom) -> frozenset[str]:
    """Return the flags that elements set as soon as they have the focus."""
    return frozenset(name for node in dom.having("onfocus") for name in _RAISES.findall(node.get("onfocus")))


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
