"""A link says by itself where it leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.accessibility.names._judgement import Rest, certain
from checks.accessibility.names._links import named_links, says_nothing
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.values.vague import has_letters
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Signs(NamedTuple):
    """Links with the same sign for a name, ``number`` of them, of which ``element`` is the first."""

    element: Node
    number: int


class LinkDescriptive(Rule[Page, Node | Rest | Signs]):
    """Screen readers list the links of a page; ten times "read more" is a list of nothing.

    Put into the link what it is about: "Read more about the swimming hall", or make the heading the link.
    """

    id = "link-descriptive"
    title = msg("Links say by themselves where they lead")
    severity = Severity.ADVISORY
    requirements = wcag("2.4.9")
    act = ("aizyf1",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node | Rest | Signs]:
        """Yield the links whose names say nothing, and all other links with a name as one."""
        return _by_signs(certain(named_links(page.dom), says_nothing))

    def expectation(self, target: Node | Rest | Signs) -> Verdict:
        """Require a name that is more than "here", a sign or the format of a file."""
        if isinstance(target, Rest):
            return CannotTell(
                msg(
                    "Links on this page: {number}. Read each by itself: does it say where it leads?",
                    number=target.number,
                )
            )
        if isinstance(target, Signs):
            return Failed(
                msg(
                    'Links on this page that are called "{name}": {number}. Put into each what it is about.',
                    name=accessible_name(target.element),
                    number=target.number,
                )
            )
        return Failed(
            msg(
                'The link "{name}" does not say where it leads. Put into the link what it is about.',
                name=accessible_name(target),
            )
        )


def _by_signs(targets: Iterable[Node | Rest]) -> Iterator[Node | Rest | Signs]:
    """Yield ``targets``, but one for all links with the same sign: a program put "#" behind each heading."""
    found: dict[str, list[Node]] = {}
    for target in targets:
        if isinstance(target, Rest) or has_letters(accessible_name(target)):
            yield target
        else:
            found.setdefault(accessible_name(target), []).append(target)
    for first, *others in found.values():
        yield Signs(first, 1 + len(others)) if others else first
