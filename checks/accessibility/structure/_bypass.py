"""The ways past what pages repeat: a heading, a landmark or a link where the page's own content begins."""

from __future__ import annotations

import re
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Final
from urllib.parse import unquote

from checks.accessibility._behaviour import may_do
from checks.accessibility.structure._refresh import refreshes
from checks.accessibility.structure._repetition import repetition
from checks.dom.aria import ROLES, inherits
from checks.dom.exposure import exposed
from checks.dom.focus import is_focusable
from checks.dom.rendering import is_visible
from checks.dom.tree import Dom, Node, once
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.model import Message


_MOVES: Final = re.compile(r"\bfocus\b|scroll|location|\bhash\b")
_HIDES: Final = re.compile(
    r"""(?<![-\w])hidden\b|\bdisplay\b|visibility|class|style|html|setAttribute\(\s*\w
    |\W(?:open|close|inert)\b|\.(?:hide|remove|replace|detach|empty|slide|toggle|collapse|fade)""",
    re.IGNORECASE | re.VERBOSE,
)  # what takes something from both sight and hearing
_LANDMARKS: Final = tuple(name for name in ROLES if inherits(name, "landmark"))


class WayRule(Rule[Page, Node]):
    """A rule on one of the ways past what pages repeat; none of them is required by itself."""

    severity = Severity.ADVISORY
    question: ClassVar[Message]
    demand: ClassVar[Message]

    def applicability(self, page: Page, /) -> Iterator[Node]:
        """Yield the document element."""
        return documents(page)

    def expectation(self, html: Node, /) -> Verdict:
        """Require the way where something is repeated."""
        dom = html.dom
        if not is_needed(dom) or self.is_there(dom):
            return PASSED
        return CannotTell(self.question) if self.may_be_there(dom) else Failed(self.demand)

    @abstractmethod
    def is_there(self, dom: Dom) -> bool:
        """Return whether a page certainly has this way."""

    def may_be_there(self, dom: Dom) -> bool:
        """Return whether it may have it none the less: what it repeats is not known."""
        return not repetition(dom).is_known


def documents(page: Page) -> Iterator[Node]:
    """Yield the document element of a web page; none where it sends everybody on at once."""
    is_left = any(refresh.seconds == 0 for refresh in refreshes(page))
    if page.html is not None and page.dom.root is not None and not is_left:
        yield page.dom.root


@once
def is_needed(dom: Dom) -> bool:
    """Return whether something repeated stands before the page's own content."""
    return repetition(dom).has_own


@once
def has_heading(dom: Dom) -> bool:
    """Return whether a heading that is seen and met is the page's own."""
    own = repetition(dom)
    return any(is_visible(heading) and own.begins(heading) for heading in exposed(dom, "heading"))


@once
def has_landmark(dom: Dom) -> bool:
    """Return whether a landmark begins with the page's own content."""
    own = repetition(dom)
    return any(own.begins(node) for node in exposed(dom, *_LANDMARKS))


@once
def has_link(dom: Dom) -> bool:
    """Return whether a link leads just before the page's own content."""
    own = repetition(dom)
    return any(own.leads(target) for target in _targets(dom))


@once
def may_jump(dom: Dom) -> bool:
    """Return whether something that a visitor can press may, with a script, do what no link does."""
    return _has_buttons(dom) and may_do(dom, _MOVES)


@once
def may_fold(dom: Dom) -> bool:
    """Return whether something that a visitor can press may fold away what the page repeats."""
    own = repetition(dom)
    if any(not own.leads(details) for details in dom.all("details")):
        return True
    return _has_buttons(dom) and may_do(dom, _HIDES)


@once
def _has_buttons(dom: Dom) -> bool:
    if any(name.startswith("on") for name in dom.attributes):
        return True
    return bool(dom.all("script")) and any(map(_is_pressed, dom.nodes))


def _targets(dom: Dom) -> Iterator[Node]:
    """Yield what the links within the page lead to (HTML, 7.4.6.4)."""
    for link in dom.all("a", "area"):
        href = link.get("href").strip()
        if href.startswith("#") and is_focusable(link):
            name = unquote(href[1:])
            target = dom.by_id(href[1:]) or dom.by_id(name) or _anchors(dom).get(name)
            if target is not None:
                yield target


@once
def _anchors(dom: Dom) -> dict[str, Node]:
    return {node.get("name"): node for node in reversed(dom.all("a")) if node.get("name")}


def _is_pressed(node: Node) -> bool:
    return node.tag == "button" or node.get("role") == "button" or node.get("href") == "#"
