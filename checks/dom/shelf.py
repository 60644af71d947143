"""What the pages of a site have in common: as much of it as there is room for."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from checks.dom.tree import Surroundings
    from checks.dom.witness import Notes, Witness


class Shelf:
    """Answers by their keys; those that nobody has asked for longest make room for new ones.

    What an answer weighs is for who finds it to say: characters, words.  What ``witness`` heard while it
    was found is heard again whenever it is taken: who uses an answer depends on what it depends on.
    """

    def __init__(self, room: int, witness: Witness) -> None:
        """Hold nothing yet, and never more than weighs ``room`` (but the last answer, whatever it weighs)."""
        self._room = room
        self._witness = witness
        self._answers: OrderedDict[Hashable, tuple[Any, int, Notes]] = OrderedDict()
        self._weight = 0

    def take(self, key: Hashable, find: Callable[[], tuple[Any, int]]) -> Any:  # noqa: ANN401 - as found
        """Return the answer to ``key``; ``find`` finds it, and what it weighs, where it is not at hand."""
        known = self._answers.get(key)
        if known is None:
            with self._witness.listening() as notes:
                found, weight = find()
            known = self._answers[key] = (found, weight, notes)
            self._weight += weight
            while self._weight > self._room and len(self._answers) > 1:
                self._weight -= self._answers.popitem(last=False)[1][1]
        else:
            self._answers.move_to_end(key)
            if known[2]:
                self._witness.repeat(known[2])
        return known[0]


def shelf(surroundings: Surroundings, name: Hashable, room: int) -> Shelf:
    """Return the shelf of this name that the pages around share."""
    found: Shelf | None = surroundings.shared.get(name)
    if found is None:
        found = surroundings.shared[name] = Shelf(room, surroundings.witness)
    return found
