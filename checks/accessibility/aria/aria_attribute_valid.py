"""Attributes that begin with aria- are states and properties of WAI-ARIA."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.aria._states import State, likely, states
from checks.dom.aria import ATTRIBUTES
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEGINNING: Final = "aria-"
_ENDINGS: Final = [name.removeprefix(_BEGINNING) for name in ATTRIBUTES]


class AriaAttributeValid(Rule[Page, State]):
    """An attribute that WAI-ARIA does not have is ignored, and with it what it was to say.

    Correct the spelling. What is only for your own scripts is called data-….
    """

    id = "aria-attribute-valid"
    title = msg("Attributes that begin with aria- exist")
    severity = Severity.ADVISORY
    act = ("5f99a7",)

    def applicability(self, page: Page) -> Sequence[State]:
        """Return what begins with ``aria-``, on any element."""
        return states(page.dom)

    def expectation(self, state: State) -> Verdict:
        """Require that it is a state or property of WAI-ARIA."""
        if state.is_known:
            return PASSED
        name, ending = state.name, likely(state.name.removeprefix(_BEGINNING), _ENDINGS)
        if ending is None:
            return Failed(msg("There is no attribute {name}. Remove it, or call it data-….", name=name), name)
        meant = _BEGINNING + ending
        return Failed(msg("There is no attribute {name}. Is {likely} meant?", name=name, likely=meant), name)
