"""What autocomplete says of a field is understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.forms._autofill import is_autofill
from checks.dom.aria import inherits
from checks.dom.exposure import is_exposed
from checks.dom.focus import in_tab_order, is_disabled
from checks.dom.rendering import is_visible
from checks.dom.roles import role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIXED: Final = frozenset("button checkbox file hidden image radio reset submit".split())
_TOGGLES: Final = (["on"], ["off"])


class AutocompleteValid(Rule[Page, Node]):
    """Who writes with difficulty lets the browser fill in forms; it has to know what each field is for.

    Write in autocomplete what the field asks of its visitor, as HTML lists it: name, email, tel,
    street-address, postal-code ….
    """

    id = "autocomplete-valid"
    title = msg("What autocomplete says of a field is understood")
    severity = Severity.BLOCKING
    requirements = wcag("1.3.5")
    act = ("73f2c2",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the fields in use that say what they are for."""
        for node in page.dom.all("input", "select", "textarea"):
            tokens = node.tokens("autocomplete") if node.is_html else []
            if tokens and tokens not in _TOGGLES and _is_fillable(node) and _is_used(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require words of HTML's list, in its order."""
        if is_autofill(node.tokens("autocomplete")):
            return PASSED
        return Failed(
            msg(
                'autocomplete="{value}" says nothing that browsers understand. '
                "Write what HTML lists, for example email, or remove it.",
                value=node.get("autocomplete"),
            ),
            "autocomplete",
        )


def _is_fillable(node: Node) -> bool:
    return node.tag != "input" or node.get("type").strip().lower() not in _FIXED


def _is_used(node: Node) -> bool:
    if is_disabled(node) or not (is_visible(node) or is_exposed(node)):
        return False
    return in_tab_order(node) or inherits(role(node), "widget")
