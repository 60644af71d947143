"""What the scripts of a page do with the keyboard, as far as their text tells without running them."""

from __future__ import annotations

import re
from enum import Flag, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.shelf import shelf
from checks.dom.tree import Dom, Node, once

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT: Final = 10_000  # files whose signs are remembered
_CLASSIC: Final = frozenset({"", "module", "text/javascript", "application/javascript"})
_HANDLERS: Final = frozenset({"onblur", "onfocus", "onfocusout", "onkeydown", "onkeypress", "onkeyup"})


class Sign(Flag):
    """What the text of a script tells."""

    HEARS_KEYS = auto()
    HEARS_FOCUS = auto()
    MOVES_FOCUS = auto()
    KEEPS_TAB = auto()


_SIGNS: Final = {
    Sign.HEARS_KEYS: re.compile(r"""["'`]key(?:down|up|press)\b|\bonkey(?:down|up|press)\b"""),
    Sign.HEARS_FOCUS: re.compile(r"""["'`](?:focus|focusin|blur|focusout)["'` ]|\bon(?:focus|blur)\b"""),
    Sign.MOVES_FOCUS: re.compile(r"\.focus\("),
    Sign.KEEPS_TAB: re.compile(
        r"""(?:["'`]Tab["'`]|(?:keyCode|which)\s*={2,3}\s*9\b)[^}]{0,200}?(?:preventDefault|return\s+false)"""
    ),
}
_GUARDS: Final = Sign.HEARS_FOCUS | Sign.MOVES_FOCUS
_OF_HANDLERS: Final = {name: Sign.HEARS_KEYS if "key" in name else Sign.HEARS_FOCUS for name in _HANDLERS}


class Script(NamedTuple):
    """A script: ``element`` is a script element, or the one with the handler ``attribute``.

    ``text`` is empty for a file of its own.
    """

    element: Node
    text: str
    signs: Sign
    attribute: str | None = None


@once
def scripts(dom: Dom) -> list[Script]:
    """Return the scripts of a page that can be read and have to do with the keyboard."""
    return [script for script in _scripts(dom) if script.signs]


@once
def all_signs(dom: Dom) -> Sign:
    """Return what the scripts of a page tell together."""
    found = Sign(0)
    for script in scripts(dom):
        found |= script.signs
    return found


def may_pass_focus_on(node: Node) -> bool:
    """Return whether a script may move the focus as soon as it comes to ``node``, a guard of a dialog.

    One on the page that does so to anything counts; one in a file where it knows the element by name.
    """
    if node.has("onfocus"):
        return True
    moving = (script for script in scripts(node.dom) if _GUARDS in script.signs and not script.attribute)
    return any(script.text or _knows(script.element, node) for script in moving)


def _knows(script: Node, node: Node) -> bool:
    """Return whether the file of ``script`` has the id or a class of ``node``."""
    names = [name for name in (node.get("id"), *node.get("class").split()) if name]
    return any(name in _file(script) for name in names)


def _scripts(dom: Dom) -> Iterator[Script]:
    for node in dom.all("script"):
        if node.get("type").strip().lower() in _CLASSIC:
            text = "" if node.has("src") else node.text
            yield Script(node, text, _signs(text) if text else _signs_of_file(node))
    for node in dom.having(*_HANDLERS):
        for name in _HANDLERS.intersection(node.attributes):
            text = node.attributes[name]
            yield Script(node, text, _signs(text) | _OF_HANDLERS[name], name)


def _signs(text: str) -> Sign:
    found = Sign(0)
    for sign, pattern in _SIGNS.items():
        if pattern.search(text):
            found |= sign
    return found


def _signs_of_file(node: Node) -> Sign:
    """Return what the script in a file tells; nothing where it cannot be read.  The site's pages share it."""
    path = _path(node)
    if path is None:
        return Sign(0)
    known = shelf(node.dom.surroundings, _signs_of_file, _KEPT)
    found: Sign = known.take(path, lambda: (_signs(_file(node)), 1))
    return found


def _file(node: Node) -> str:
    """Return the text of the file that a script element names; empty where it cannot be read."""
    path = _path(node)
    content = node.dom.surroundings.read(path) if path is not None else None
    return (content or b"").decode(errors="replace")


def _path(node: Node) -> str | None:
    address = node.get("src")
    return node.dom.surroundings.follow(address) if address.strip() else None
