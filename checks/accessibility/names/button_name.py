"""Buttons have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.names.native import input_type
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class ButtonName(Rule[Page, Node]):
    """A button without a name is read out as "button"; nobody who only hears it dares to press it.

    Write in the button what it does. Where it shows only an icon, say it in aria-label.
    """

    id = "button-name"
    title = msg("Buttons have a name")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("97a4e1",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the buttons that assistive technology meets; image buttons have a rule of their own."""
        return (node for node in exposed(page.dom, "button") if input_type(node) != "image")

    def expectation(self, button: Node) -> Verdict:
        """Require a name; a browser's own for submit and reset is one."""
        if accessible_name(button):
            return PASSED
        return Failed(msg("The button has no name. Write in it what it does, or say it in aria-label."))
