"""A label says what to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.names._judgement import Rest, certain
from checks.accessibility.names._labels import unclear_labels, visible_labels
from checks.dom.rendering import visible_text
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class LabelDescriptive(Rule[Page, Node | Rest]):
    """Who does not know what a field is for leaves it empty, or fills in what nobody should have.

    Say in the label what to fill in. Where labels repeat, set a visible heading or a legend over each
    part of the form.
    """

    id = "label-descriptive"
    title = msg("Labels say what to fill in")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.6")
    act = ("cc0f0a",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node | Rest]:
        """Yield the visible labels that say nothing, and all others as one."""
        unclear = unclear_labels(page.dom)
        return certain(visible_labels(page.dom), unclear.__contains__)

    def expectation(self, target: Node | Rest) -> Verdict:
        """Require more than a word for a field, and something that tells alike labels apart."""
        if isinstance(target, Rest):
            return CannotTell(
                msg("Labels on this page: {number}. Does each say what to fill in?", number=target.number)
            )
        text = visible_text(target)
        return Failed(
            msg(
                'The label "{text}" does not say what to fill in, and nothing around it does. '
                "Say it in the label, or in a heading over this part of the form.",
                text=text,
            )
        )
