"""An error in a field is explained in text."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from checks.accessibility._perceived import perceived
from checks.dom.exposure import exposed, is_exposed, is_programmatically_hidden
from checks.dom.names import accessible_description, accessible_name
from checks.dom.rendering import is_text_visible, visible_text
from checks.dom.styles import is_complete
from checks.dom.tree import Node, once
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.tree import Dom

_order: Final = attrgetter("order")
_FIELDS: Final = (
    *("checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio"),
    *("searchbox", "slider", "spinbutton", "switch", "textbox"),
)
_INVALID: Final = frozenset({"true", "grammar", "spelling"})
_NO_EXPLANATION: Final = frozenset("button h1 h2 h3 h4 h5 h6 label legend option textarea".split())
_COMPLAINS: Final = re.compile(
    r"\b(?:invalid|incorrect|not valid|ogiltig\w*|felaktig\w*|ungültig\w*|fehlerhaft\w*)\b", re.IGNORECASE
)
# A complaint that gives no cause: "Invalid value for age.", "Ogiltigt datum", "Ungültige Eingabe!".
_BARE: Final = re.compile(
    r"\W*(?:(?:an?|the|this|ett?|detta|die|das|der|ein|eine)\s+)?"
    r"(?:invalid|incorrect|not valid|ogiltig\w*|felaktig\w*|ungültig\w*|fehlerhaft\w*)"
    r"(?:\s+(?:value|input|entry|data|field|värde|inmatning|uppgift|fält|wert|eingabe|angabe|feld))?"
    r"(?:\s+(?:for|in|för|i|für|im|bei)(?:\s+[^\W\d]+){1,3})?\W*",
    re.IGNORECASE,
)
_COMPLAINT: Final = CannotTell(
    msg("A text here may say that a field is wrong. See whether everybody learns which, and what to do.")
)


class FieldError(Rule[Page, Node]):
    """Who does not see a red frame, or does not know what it means, cannot correct the mistake.

    Write beside the field, in text, what is wrong or how to put it right, and refer to it with
    aria-describedby.
    """

    id = "field-error"
    title = msg("Errors in fields are explained in text")
    severity = Severity.BLOCKING
    requirements = wcag("3.3.1")
    act = ("36b590",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the fields that assistive technology meets."""
        return (node for node in _fields(page.dom) if node.is_html)

    def expectation(self, field: Node) -> Verdict:
        """Require text for those that the page itself calls invalid."""
        form = next((above for above in field.ancestors if above.tag == "form"), field.dom.nodes[0])
        if field.get("aria-invalid").strip().lower() not in _INVALID or _is_explained(field):
            return _of_complaints(form) if form.tag == "form" and field is _first_field(form) else PASSED
        name = accessible_name(field) or field.tag
        if _says_something(form):
            return CannotTell(
                msg('The field "{name}" is invalid. See whether a text says why; refer to it.', name=name),
                "aria-invalid",
            )
        return Failed(
            msg('The field "{name}" is invalid, and no text says why. Write it beside the field.', name=name),
            "aria-invalid",
        )


def _is_explained(field: Node) -> bool:
    """Return whether it refers to a text that is seen and heard."""
    referred = [*field.refer("aria-errormessage"), *field.refer("aria-describedby")]
    return any(visible_text(node) and is_exposed(node) for node in referred)


def _of_complaints(form: Node) -> Verdict:
    """Judge the texts in a form, shown already or not, that call something wrong."""
    complaints = [run for run in form.runs if _COMPLAINS.search(run.data)]
    seen = [run for run in complaints if is_text_visible(run)]
    text = " ".join(seen[0].data.split()) if seen else ""
    is_alone = len(complaints) == 1 and not (seen and _says_something(form, seen[0].parent))
    if is_alone and _BARE.fullmatch(text) and is_complete(form.dom):
        return Failed(
            msg('"{text}" says neither what is wrong nor how to put it right. Say it there.', text=text)
        )
    if not seen or not all(is_programmatically_hidden(run.parent) for run in seen) or _is_told(form):
        return _COMPLAINT if complaints else PASSED
    return Failed(
        msg(
            '"{text}" is hidden from screen readers. Show it to them, or refer to it from the field.',
            text=text,
        )
    )


def _is_told(form: Node) -> bool:
    """Return whether a field of a form calls itself wrong in its name or description."""
    fields = _fields_in(form)
    return any(_COMPLAINS.search(accessible_name(one) + " " + accessible_description(one)) for one in fields)


@once
def _first_field(form: Node) -> Node | None:
    return next(iter(_fields_in(form)), None)


def _fields_in(form: Node) -> Sequence[Node]:
    """Return the fields in a form, of which a page may have thousands."""
    fields = _fields(form.dom)
    return fields[bisect(fields, form.order, key=_order) : bisect_left(fields, form.end, key=_order)]


@once
def _fields(dom: Dom) -> Sequence[Node]:
    return list(exposed(dom, *_FIELDS))


def _says_something(form: Node, complaint: Node | None = None) -> bool:
    """Return whether there is text in a form beside its labels and buttons, and a ``complaint``."""
    for node in form.descendants:
        if node is complaint or not any(perceived(node)):
            continue
        if _NO_EXPLANATION.isdisjoint(above.tag for above in node.with_ancestors):
            return True
    return False
