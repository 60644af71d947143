"""A link says where it leads, at least with the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._context import has_words_around
from checks.accessibility.names._judgement import Rest, certain
from checks.accessibility.names._links import named_links, says_nothing
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LinkDescriptiveInContext(Rule[Page, Node | Rest]):
    """A link "here" in a paragraph of its own leads anywhere; nobody can tell before they follow it.

    Put into the link what it is about, or write it in the same paragraph, list item or table cell.
    """

    id = "link-descriptive-in-context"
    title = msg("Links say where they lead, if need be with the words around")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4")
    act = ("5effbb",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node | Rest]:
        """Yield the links that say nothing with nothing around, and all other links with a name as one."""
        return certain(named_links(page.dom), _is_alone)

    def expectation(self, target: Node | Rest) -> Verdict:
        """Require words, in the link or in its context."""
        if isinstance(target, Rest):
            return CannotTell(
                msg(
                    "Links on this page: {number}. Read each in its paragraph, list item or cell: "
                    "is it clear where it leads?",
                    number=target.number,
                )
            )
        return Failed(
            msg(
                'The link "{name}" does not say where it leads, and nothing around it does. '
                "Put into the link what it is about.",
                name=accessible_name(target),
            )
        )


def _is_alone(link: Node) -> bool:
    return says_nothing(link) and not has_words_around(link)
