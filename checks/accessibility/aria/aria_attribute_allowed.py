"""States and properties stand on elements that can have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.aria._states import State, known_states
from checks.dom.aria import ATTRIBUTES, ROLES
from checks.dom.exposure import is_exposed
from checks.dom.roles import role, stand_in_role
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class AriaAttributeAllowed(Rule[Page, State]):
    """A state that an element cannot have is not read out: a link cannot be checked, whatever it says.

    Use the role, or the HTML element, that has the state, or remove the attribute.
    """

    id = "aria-attribute-allowed"
    title = msg("States and properties stand on elements that can have them")
    severity = Severity.ADVISORY
    act = ("5c01ea",)

    def applicability(self, page: Page) -> Iterator[State]:
        """Yield the states and properties that assistive technology meets."""
        return (state for state in known_states(page.dom) if is_exposed(state.element))

    def expectation(self, state: State) -> Verdict:
        """Require that every element may have it, or this one by its role, or by what HTML makes of it."""
        if ATTRIBUTES[state.name].is_global:
            return PASSED
        names = (role(state.element), stand_in_role(state.element))
        if any(name is not None and state.name in ROLES[name].supported for name in names):
            return PASSED
        return Failed(
            msg(
                "{name} does not count on this {tag} element. "
                "Remove it, or use a role or an element that can have it.",
                name=state.name,
                tag=state.element.tag,
            ),
            state.name,
        )
