"""A heading says what its section is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility._perceived import is_of_code
from checks.accessibility.names._judgement import Rest, certain
from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.values.vague import has_letters, is_numbered
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class HeadingDescriptive(Rule[Page, Node | Rest]):
    """Many read only the headings to find their place; a heading "Heading" does not help them.

    Say in the heading what the text below it is about.
    """

    id = "heading-descriptive"
    title = msg("Headings say what their sections are about")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.6")
    act = ("b49b2e",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node | Rest]:
        """Yield the headings that say nothing, and all others with a name as one."""
        return certain(filter(accessible_name, exposed(page.dom, "heading")), _says_nothing)

    def expectation(self, target: Node | Rest) -> Verdict:
        """Require more than a template's placeholder, or signs."""
        if isinstance(target, Rest):
            return CannotTell(
                msg(
                    "Headings on this page: {number}. Does each say what the text below it is about?",
                    number=target.number,
                )
            )
        return Failed(
            msg(
                'The heading "{name}" does not say what its section is about. Say it in a few words.',
                name=accessible_name(target),
            )
        )


def _says_nothing(heading: Node) -> bool:
    name = accessible_name(heading)
    return is_numbered(name, "heading") or not (has_letters(name) or is_of_code(heading))
