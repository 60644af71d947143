"""What holds the focus says how to get out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.keyboard._trap import is_trapped, tells_a_way_out
from checks.dom.focus import focusable
from checks.dom.tree import Node
from checks.model import CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class TrapExplained(Rule[Page, Node]):
    """Where Tab does not lead out of a part of the page, nobody guesses the key that does.

    Say before the part which key leads out of it. Better let Tab lead out.
    """

    id = "trap-explained"
    title = msg("What holds the focus says how to get out")
    severity = Severity.ADVISORY
    act = ("ebe86a",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield what the focus does not get out of with Tab."""
        if page.dom.having("onblur", "onkeydown"):
            yield from filter(is_trapped, focusable(page.dom))

    def expectation(self, node: Node) -> Verdict:
        """Require a key that is heard and named; whether it leads out, a person must try."""
        if tells_a_way_out(node.dom):
            return CannotTell(
                msg("Tab does not lead out of here. See whether the page says which key does, and try it.")
            )
        return Failed(
            msg("Tab does not lead out of here, and the page names no key that does. Let Tab lead out.")
        )
