"""Links with the same name in the same sentence lead to the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.names._alike import Alike, alike, with_frames
from checks.accessibility.names._context import context
from checks.accessibility.names._links import named_links
from checks.accessibility.names._sameness import Sameness
from checks.dom.rendering import is_text_visible
from checks.dom.styles import style
from checks.dom.tree import Node, Run, once
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_TELLING: Final = re.compile(r"\w{3,}")
_JOINING: Final = frozenset({"and", "eller", "oder", "och", "samt", "sowie", "und"})


class LinkSameNameInContext(Rule[Page, Alike]):
    """Who sees the page tells two links apart by what stands beside them; who hears only the links cannot.

    Take the words that make the difference into the links: "chat with us", "call us".
    """

    id = "link-same-name-in-context"
    title = msg("Links with the same name in the same place lead to the same")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4")
    act = ("fd3a94",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Alike]:
        """Yield the links that have a name and a context in common."""
        return alike((link for dom in with_frames(page.dom) for link in named_links(dom)), context)

    def expectation(self, links: Alike) -> Verdict:
        """Require the same content, unless nobody at all can tell the links apart."""
        facts: dict[str, str | int] = {"name": links.name, "number": len(links.nodes)}
        found = links.sameness
        if found is Sameness.SAME:
            return PASSED
        if found is Sameness.DIFFERENT and _looks_different(links.nodes[0], links.nodes[1]):
            return Failed(
                msg(
                    '"{name}" is the name of {number} links here that lead to different pages. '
                    "Take into each link what makes the difference.",
                    **facts,
                )
            )
        return CannotTell(
            msg('"{name}" is the name of {number} links here. Do they lead to the same content?', **facts)
        )


def _looks_different(one: Node, other: Node) -> bool:
    """Return whether the eye tells them apart: by text between them, or by what is painted behind them."""
    behind, behind_other = (style(link)["background-image"] for link in (one, other))
    if behind != behind_other and "url(" in behind and "url(" in behind_other:
        return True
    return any(map(_tells, _between(one, other)))


def _tells(run: Run) -> bool:
    words = _TELLING.findall(run.data.casefold())
    return any(word not in _JOINING for word in words) and is_text_visible(run)


def _between(one: Node, other: Node) -> Iterator[Run]:
    """Yield the text between two links that stand beside one another."""
    parent = one.parent
    if parent is None or parent is not other.parent:
        return
    places = _places(parent)
    for sibling in parent.children[places[one] + 1 : places[other]]:
        if isinstance(sibling, Run):
            yield sibling
        else:
            yield from sibling.runs


@once
def _places(parent: Node) -> dict[Node, int]:
    return {child: number for number, child in enumerate(parent.children) if isinstance(child, Node)}
