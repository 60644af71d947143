"""Scripts that hear how a device is moved (Device Orientation Event), and whether they change the page."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from checks.accessibility._behaviour import (
    NAME,
    body_at,
    followed,
    functions,
    mentions,
    offers_control,
    unasked,
)
from checks.dom.tree import Dom, Node, once
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model import Message

_HEARS: Final = re.compile(
    rf"""["'`]device(?:motion|orientation(?:absolute)?)["'`]\s*,\s*(?P<name>{NAME})?"""
    rf"|\.ondevice(?:motion|orientation(?:absolute)?)\s*=\s*(?P<assigned>{NAME})?"
)
_CHANGES: Final = re.compile(
    r"\.(?:innerText|textContent|innerHTML|outerHTML|value|src|title|className|checked|hidden|open|scrollTop"
    r"|scrollLeft)\s*[-+*/]?=(?!=)"
    r"|\.(?:append|appendChild|prepend|remove|replaceWith|replaceChildren|setAttribute|removeAttribute"
    r"|toggleAttribute|insertAdjacentHTML|scrollBy|scrollTo|play|pause)\s*\("
    r"|\.style\.\w+\s*=(?!=)|\.classList\."
)
_REACHES_OUT: Final = re.compile(r"[\w$)\]]\s*[.(\[]")  # a member or a call
_ANONYMOUS: Final = re.compile(r"\s*(?:function\s*\([^(){}]*\)|\([^(){}]*\)\s*=>|[\w$]+\s*=>)\s*\{")
_MOST: Final = 20  # listeners that are looked at
_MAY_HEAR: Final = re.compile("device(?:motion|orientation)")


class Motion(NamedTuple):
    """What hears of motion: ``changes`` tells whether it changes the page; None where that is not plain."""

    element: Node
    changes: bool | None


class MotionRule(Rule[Page, Motion]):
    """A rule on pages that change when the device is moved: there is a control for it."""

    severity = Severity.BLOCKING
    requirements = wcag("2.5.4")
    question: ClassVar[Message]
    demand: ClassVar[Message]

    def applicability(self, page: Page, /) -> Iterator[Motion]:
        """Yield the page, where a script hears how the device is moved."""
        found = motion(page.dom)
        if found is not None and page.html is not None:
            yield found

    def expectation(self, motion: Motion, /) -> Verdict:
        """Require a control where the page changes; whether it is the right one, a person must try."""
        if motion.changes is False:
            return PASSED
        if motion.changes is None or offers_control(motion.element.dom):
            return CannotTell(self.question)
        return Failed(self.demand)


@once
def motion(dom: Dom) -> Motion | None:
    """Return what hears of motion once the page is loaded, if anything does."""
    if dom.root is None or not mentions(dom, _MAY_HEAR):
        return None
    verdicts = {_changes(dom, match) for match in islice(_HEARS.finditer(unasked(dom)), _MOST)}
    worst = [verdict for verdict in (True, None, False) if verdict in verdicts]
    return Motion(dom.root, worst[0]) if worst else None


def _changes(dom: Dom, heard: re.Match[str]) -> bool | None:
    """Return whether what hears of motion changes the page; None where it does more than can be followed."""
    code = _handler(dom, heard)
    if code is None:
        return None
    code = followed(dom, code)
    if _CHANGES.search(code):
        return True
    return None if _REACHES_OUT.search(code) else False


def _handler(dom: Dom, heard: re.Match[str]) -> str | None:
    """Return the code of the function that hears, named or written on the spot."""
    name = heard["name"] or heard["assigned"]
    if name in functions(dom):
        return functions(dom)[name].body
    anonymous = _ANONYMOUS.match(heard.string, heard.start("name") if heard["name"] else heard.end())
    return None if anonymous is None else body_at(heard.string, anonymous.end())
