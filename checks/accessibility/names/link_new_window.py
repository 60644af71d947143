"""A link that opens a window says so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.names._links import address_of, named_links
from checks.dom.names import accessible_description, accessible_name
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME_WINDOW: Final = frozenset({"", "_parent", "_self", "_top"})
_SAID: Final = re.compile(
    r"\b(?:ny|nytt|egen|eget|annan|annat|new|another|separate|neue\w?|eigene\w|andere\w)\s+(?:\w+\s+)?"
    r"(?:fönster|flik|window|tab|fenster|registerkarte|reiter)\b",
    re.IGNORECASE,
)


class LinkNewWindow(Rule[Page, Node]):
    """A new window takes the way back with it; who does not see it open is lost.

    Let the link open in the same window, or say in it: "opens in a new window".
    """

    id = "link-new-window"
    title = msg("Links that open a window say so")
    severity = Severity.ADVISORY
    requirements = wcag("3.2.5")
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the links whose ``target`` is a window of its own."""
        for link in named_links(page.dom):
            if link.get("target").strip().lower() not in _SAME_WINDOW and address_of(link):
                yield link

    def expectation(self, link: Node) -> Verdict:
        """Require that its name or its description says so."""
        if _SAID.search(f"{accessible_name(link)} {accessible_description(link)}"):
            return PASSED
        return Failed(
            msg(
                'The link "{name}" opens a new window without saying so. '
                "Say it in the link, or remove target.",
                name=accessible_name(link),
            ),
            "target",
        )
