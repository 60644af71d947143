"""Two lists of values → what is lost and what is added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.equivalence.model import Weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checks.equivalence.model import Value


@dataclass(frozen=True, slots=True)
class Difference:
    """What only the source says, and what only the translation says, in order."""

    lost: tuple[Value, ...] = ()
    added: tuple[Value, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there is any."""
        return bool(self.lost or self.added)


def compare(source: Sequence[Value], translation: Sequence[Value]) -> Difference:
    """Return the values that are said on one side only.

    A value said twice on one side and once on the other is no difference: translators draw
    sentences together.  Number words differ only against one another (*three* for *fyra*): a
    language may always have a phrase without them.
    """
    lost, added = _without_answer(source, translation), _without_answer(translation, source)
    expected = Difference(_weighing(lost, Weight.EXPECTED), _weighing(added, Weight.EXPECTED))
    words = Difference(_weighing(lost, Weight.WORD), _weighing(added, Weight.WORD))
    return words if not expected and words.lost and words.added else expected


def _without_answer(values: Iterable[Value], others: Iterable[Value]) -> tuple[Value, ...]:
    known = frozenset[object]().union(*(value.readings for value in others))
    unanswered = {value.readings: value for value in values if known.isdisjoint(value.readings)}
    return tuple(unanswered.values())


def _weighing(values: Iterable[Value], weight: Weight) -> tuple[Value, ...]:
    return tuple(value for value in values if value.weight is weight)
