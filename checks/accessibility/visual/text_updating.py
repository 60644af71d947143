"""Text that changes by itself can be stopped."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Final

from checks.accessibility._behaviour import (
    NAME,
    Function,
    followed,
    functions,
    mentions,
    offers_control,
    unasked,
)
from checks.dom.rendering import is_text_visible, visible_text
from checks.dom.tree import Dom, Node
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMER: Final = re.compile(
    rf"\bset(?P<kind>Interval|Timeout)\s*\(\s*(?P<name>{NAME})\s*(?:,\s*(?P<wait>\d+))?"
)
_MOST: Final = 20  # timers that are looked at
_RARELY: Final = 300_000  # milliseconds: W3C's rule watches for ten minutes
_FOUND: Final = (
    r"""document\.(?:getElementById\(|querySelector\(\s*["']\#)\s*["']?(?P<id>[^"'\s)]+)["']\s*\)"""
)
_KEPT: Final = re.compile(rf"(?<![\w$])(?P<name>{NAME})\s*=\s*{_FOUND}")
_WRITES: Final = r"\.(?:innerText|textContent|innerHTML)\s*\+?=(?!=)"
_DIRECTLY: Final = re.compile(_FOUND + _WRITES)
_THROUGH: Final = re.compile(rf"(?<![\w$])(?P<name>{NAME}){_WRITES}")


class TextUpdating(Rule[Page, Node]):
    """Who reads slowly never gets to the end of text that changes; who listens is interrupted every time.

    Give visitors a button that pauses or hides what changes, or let it change when they ask for it.
    """

    id = "text-updating"
    title = msg("Text that changes by itself can be stopped")
    severity = Severity.BLOCKING
    requirements = wcag("2.2.2")
    act = ("efbfc7",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements whose visible text a timer changes again and again, beside other text."""
        dom = page.dom
        if not mentions(dom, _TIMER):
            return
        names = {name for function in _repeated(dom) for name in _written(dom, function)}
        for node in filter(None, map(dom.by_id, sorted(names))):
            if node.is_html and any(map(is_text_visible, node.runs)) and not _is_alone(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require a control; whether it stops the change, a person must try."""
        if offers_control(node.dom):
            return CannotTell(
                msg("A script changes this text again and again. See whether visitors can stop or hide it.")
            )
        return Failed(
            msg("A script changes this text again and again. Give visitors a button that stops or hides it.")
        )


def _repeated(dom: Dom) -> Iterator[Function]:
    """Yield the functions that a timer runs again and again, and soon, once the page is loaded."""
    for timer in islice(_TIMER.finditer(unasked(dom)), _MOST):
        function = functions(dom).get(timer["name"])
        if function is not None and int(timer["wait"] or 0) <= _RARELY:
            renewed = any(again["name"] == timer["name"] for again in _TIMER.finditer(function.body))
            if timer["kind"] == "Interval" or renewed:
                yield function


def _written(dom: Dom, function: Function) -> Iterator[str]:
    """Yield the ids of the elements whose text a function changes."""
    code = followed(dom, function.body)
    yield from (match["id"] for match in _DIRECTLY.finditer(code))
    kept = {match["name"]: match["id"] for match in _KEPT.finditer(code)}
    yield from (kept[match["name"]] for match in _THROUGH.finditer(code) if match["name"] in kept)


def _is_alone(node: Node) -> bool:
    """Return whether there is no other text on the page."""
    root = node.dom.root
    body = next(iter(node.dom.all("body")), root)
    return body is None or visible_text(body) == visible_text(node)
