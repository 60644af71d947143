"""No heading level is left out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checks.accessibility.structure._headings import headings
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Step(NamedTuple):
    """A heading, its level, and that of the heading before it."""

    element: Node
    level: int
    before: int


class HeadingLevel(Rule[Page, Step]):
    """Who jumps from h2 to h4 looks for the h3 between them, and believes to have missed something.

    Choose the level by what the heading stands under, not by how large it looks: under an h2 follows
    an h3. Its size is the style sheet's matter. WCAG does not forbid the gap; good practice does.
    """

    id = "heading-level"
    title = msg("Heading levels are not left out")
    severity = Severity.ADVISORY

    def applicability(self, page: Page) -> Iterator[Step]:
        """Yield the headings that follow another."""
        for before, heading in pairwise(headings(page)):
            yield Step(heading.element, heading.level, before.level)

    def expectation(self, step: Step) -> Verdict:
        """Require that none is more than one level below the heading before it."""
        if step.level <= step.before + 1:
            return PASSED
        return Failed(
            msg(
                "A heading of level {level} follows one of level {before}. Make it level {right}.",
                level=step.level,
                before=step.before,
                right=step.before + 1,
            )
        )
