"""States and properties have a value that they can have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.accessibility.aria._states import State, known_states, listed
from checks.dom.aria import ATTRIBUTES
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TRUTHS: Final[Mapping[str, frozenset[str]]] = {
    "boolean": frozenset({"true", "false"}),
    "optional": frozenset({"true", "false", "undefined"}),
    "tristate": frozenset({"true", "false", "mixed", "undefined"}),
}
_PATTERNS: Final[Mapping[str, re.Pattern[str]]] = {
    "integer": re.compile(r"\s*[+-]?\d+\s*"),
    "number": re.compile(r"\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*"),
    "id": re.compile(r"\s*\S+\s*"),
}  # the others, strings and lists of ids, can be anything


class AriaValueValid(Rule[Page, State]):
    """A value that means nothing is ignored, or read as another one: an open menu is announced as closed.

    Use one of the values that WAI-ARIA lists for the attribute.
    """

    id = "aria-value-valid"
    title = msg("States and properties have a value that they can have")
    severity = Severity.ADVISORY
    act = ("6a7281",)

    def applicability(self, page: Page) -> Iterator[State]:
        """Yield the states and properties with a value."""
        return (state for state in known_states(page.dom) if state.value)

    def expectation(self, state: State) -> Verdict:
        """Require a value of its type; whether an id leads anywhere is another question."""
        kind = ATTRIBUTES[state.name].type
        if kind in _PATTERNS:
            return PASSED if _PATTERNS[kind].fullmatch(state.value) else Failed(_no(kind, state), state.name)
        tokens = _TRUTHS.get(kind) or ATTRIBUTES[state.name].values
        words = state.value.lower().split() if kind == "tokens" else [state.value.lower()]
        if not tokens or (words and tokens.issuperset(words)):
            return PASSED
        return Failed(
            msg(
                '{name} cannot be "{value}". It can be: {tokens}.',
                name=state.name,
                value=state.value,
                tokens=listed(tokens),
            ),
            state.name,
        )


def _no(kind: str, state: State) -> Message:
    name, value = state.name, state.value
    if kind == "integer":
        return msg('{name} cannot be "{value}". Write a whole number in digits.', name=name, value=value)
    if kind == "number":
        return msg('{name} cannot be "{value}". Write a number in digits.', name=name, value=value)
    return msg('{name} cannot be "{value}". Write the id of one element.', name=name, value=value)
