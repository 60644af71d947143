"""Form fields have a name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.exposure import exposed
from checks.dom.names import accessible_name
from checks.dom.roles import role
from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELDS: Final = (
    "checkbox",
    "combobox",
    "listbox",
    "menuitemcheckbox",
    "menuitemradio",
    "radio",
    "searchbox",
    "slider",
    "spinbutton",
    "switch",
    "textbox",
)


class FieldName(Rule[Page, Node]):
    """Who only hears a form, or speaks to it, cannot fill in a field that has no name.

    Give the field a label element that says what to fill in. A placeholder disappears as soon as someone
    writes.
    """

    id = "field-name"
    title = msg("Form fields have a name")
    severity = Severity.BLOCKING
    requirements = wcag("4.1.2")
    act = ("e086e5",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the form fields that assistive technology meets."""
        for node in exposed(page.dom, *_FIELDS):
            if role(node) != "combobox" or node.tag == "select":
                yield node

    def expectation(self, field: Node) -> Verdict:
        """Require a name."""
        if accessible_name(field):
            return PASSED
        name = field.get("name") or field.get("id")
        if not name:
            return Failed(msg("The field has no label. Write a label for it that says what to fill in."))
        return Failed(
            msg(
                "The field {name} has no label. Write a label for it that says what to fill in.",
                name=name,
            )
        )
