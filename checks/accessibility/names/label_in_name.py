"""What is written on a control is part of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.names._label import is_contained, may_be_contained, visible_inner_text
from checks.dom.exposure import is_exposed
from checks.dom.names import accessible_name
from checks.dom.rendering import visible_text
from checks.dom.roles import role
from checks.dom.tree import Node
from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

# The widget roles of WAI-ARIA (5.3.2) that get their name from content; headers and rows of grids are none.
_OPERATED: Final = frozenset(
    """
    button checkbox gridcell link menuitem menuitemcheckbox menuitemradio option radio switch tab treeitem
    """.split()
)


class LabelInName(Rule[Page, Node]):
    """Who speaks to the computer says what is written on a button; it does nothing if its name is another.

    Begin aria-label with the words that everybody sees, or leave it out.
    """

    id = "label-in-name"
    title = msg("What is written on a control is part of its name")
    severity = Severity.BLOCKING
    requirements = wcag("2.5.3")
    act = ("2ee8b8",)
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield what is operated, shows text and is named by another."""
        for node in page.dom.having("aria-label", "aria-labelledby"):
            if role(node) in _OPERATED and is_exposed(node) and visible_text(node):
                yield node

    def expectation(self, control: Node) -> Verdict:
        """Require that the name contains the visible words, in their order."""
        label, name = visible_inner_text(control), accessible_name(control)
        if is_contained(label, name):
            return PASSED
        words = {"label": " ".join(label.split()), "name": name}
        attribute = "aria-label" if control.has("aria-label") else "aria-labelledby"
        if may_be_contained(label, name):
            return CannotTell(
                msg('"{label}" is written here, and "{name}" is the name. Are they the same words?', **words),
                attribute,
            )
        return Failed(
            msg(
                '"{label}" is written here, but the name is "{name}". Begin the name with what is written.',
                **words,
            ),
            attribute,
        )
