"""What is hidden from assistive technology does not take the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.keyboard._scripts import may_pass_focus_on
from checks.dom.focus import first_tab_stop, in_tab_order
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AriaHiddenFocus(Rule[Page, Node]):
    """Who listens to the page comes with Tab to something that the screen reader is told not to speak of.

    Remove aria-hidden, or hide the part from everybody with the attribute hidden or inert.
    """

    id = "aria-hidden-focus"
    title = msg("What is hidden from screen readers does not take the focus")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("6cfa84",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements with ``aria-hidden="true"``."""
        return (node for node in page.dom.having("aria-hidden") if node.get("aria-hidden").lower() == "true")

    def expectation(self, node: Node) -> Verdict:
        """Require that Tab reaches neither it nor anything in it."""
        stop = node if in_tab_order(node) else first_tab_stop(node)
        if stop is None:
            return PASSED
        if may_pass_focus_on(stop):
            return CannotTell(
                msg(
                    "The element {tag} has aria-hidden and takes the focus. See whether it gives it away.",
                    tag=stop.tag,
                ),
                "aria-hidden",
            )
        return Failed(
            msg(
                "The element {tag} takes the focus, but aria-hidden hides it from screen readers. "
                "Hide it with the attribute hidden or inert, or remove aria-hidden.",
                tag=stop.tag,
            ),
            "aria-hidden",
        )
