"""Nothing is said of an element that its role prohibits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.aria._states import State, known_states
from checks.dom.aria import ATTRIBUTES, ROLES
from checks.dom.exposure import is_exposed, is_programmatically_hidden
from checks.dom.roles import marked_as_decorative, role
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class AriaAttributeProhibited(Rule[Page, State]):
    """A name on an element without a meaning of its own is mostly not read out, and what it says is lost.

    Give the element a role that can have a name, such as group or region, or write the name as text.
    """

    id = "aria-attribute-prohibited"
    title = msg("States and properties stand where they are not prohibited")
    severity = Severity.ADVISORY
    act = ("kb1m8s",)

    def applicability(self, page: Page) -> Iterator[State]:
        """Yield the global states and properties with a value that assistive technology could meet."""
        for state in known_states(page.dom):
            if ATTRIBUTES[state.name].is_global and state.value.strip() and _is_met(state.element):
                yield state

    def expectation(self, state: State) -> Verdict:
        """Require that the role of the element does not prohibit it."""
        name = role(state.element)
        if name is None or name not in ROLES or state.name not in ROLES[name].prohibited:
            return PASSED
        return Failed(
            msg(
                "{name} does not count on this {tag} element, whose role is {role}. "
                "Give the element a role that can have it, or write it as text.",
                name=state.name,
                tag=state.element.tag,
                role=name,
            ),
            state.name,
        )


def _is_met(node: Node) -> bool:
    """Return whether it is exposed, or would be were it not called decoration."""
    return is_exposed(node) or (marked_as_decorative(node) and not is_programmatically_hidden(node))
