"""The text of a structure element with all that is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from checks.documents.structure import Placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.structure import Element

_INSIDE: Final = 50  # elements in one that are listened to


@dataclass(frozen=True, slots=True)
class Told(Placed):
    """An element, and the text of it that a rule is about."""

    text: str


def text_of(element: Element, facts: Facts) -> str:
    """Return what is read out of ``element``: its own text first, then that of the elements in it."""
    texts = {} if facts.content is None else facts.content.texts
    parts: list[str] = []
    waiting = [element]
    for _ in range(_INSIDE):
        if not waiting:
            break
        one = waiting.pop()
        instead = one.node.actual_text or one.node.alt
        parts.append(instead or texts.get(one.number, ""))
        if not instead:
            waiting += [*one.kids][::-1]
    return " ".join(" ".join(parts).split())


def alternatives(facts: Facts) -> Iterator[Told]:
    """Yield the pictures and formulas that have a text alternative, with this."""
    for element in () if facts.structure is None else facts.structure.having("Figure", "Formula"):
        text = " ".join((element.node.alt or "").split())
        if text:
            yield Told(element, text)
