"""A field has a label that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.exposure import exposed
from checks.dom.names import labels
from checks.dom.rendering import is_visible, visible_text
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = ("combobox", "spinbutton", "textbox")


class PlaceholderLabel(Rule[Page, Node]):
    """A placeholder is gone when something is written; who looks up again does not know what was asked.

    Write a label above the field. What is in the placeholder can be an example.
    """

    id = "placeholder-label"
    title = msg("No field has a placeholder only")
    severity = Severity.ADVISORY
    requirements = wcag("3.3.2")

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the fields with a placeholder; one for searching has its button beside it."""
        for node in exposed(page.dom, *_FIELDS):
            if node.get("placeholder").strip() and is_visible(node) and not _searches(node):
                yield node

    def expectation(self, field: Node) -> Verdict:
        """Require a label that is seen."""
        if any(visible_text(label) for label in (*labels(field), *field.refer("aria-labelledby"))):
            return PASSED
        return Failed(
            msg(
                'All that labels this field is its placeholder "{text}". Write a label that stays.',
                text=field.get("placeholder").strip(),
            ),
            "placeholder",
        )


def _searches(field: Node) -> bool:
    return any(above.tag == "search" or "search" in above.tokens("role") for above in field.ancestors)
