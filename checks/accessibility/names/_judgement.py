"""What rules share that a person must judge: what is certainly wrong fails, the rest waits for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checks.dom.tree import Node


class Rest(NamedTuple):
    """All targets of a page that no rule can judge: ``number`` of them, of which ``element`` is the first.

    A person reads a page once, and not once for each of its links.
    """

    element: Node
    number: int


def certain(targets: Iterable[Node], is_wrong: Callable[[Node], bool]) -> Iterator[Node | Rest]:
    """Yield the targets that are certainly wrong, and all others as one."""
    first: Node | None = None
    number = 0
    for target in targets:
        if is_wrong(target):
            yield target
        else:
            first = first or target
            number += 1
    if first is not None:
        yield Rest(first, number)
