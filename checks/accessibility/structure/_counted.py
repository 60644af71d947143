"""Elements that a page should have one of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checks.dom.tree import Node


class Counted(NamedTuple):
    """One of the elements that a page should have one of: the ``number``-th of ``total``.

    Where there is none, it is number 0 of 0, and ``element`` what stands in its stead.
    """

    element: Node
    number: int
    total: int


def counted(found: Sequence[Node], stead: Node | None = None) -> Iterator[Counted]:
    """Yield the elements in ``found``, numbered; where there is none, what stands in their stead."""
    if not found and stead is not None:
        yield Counted(stead, 0, 0)
    for number, node in enumerate(found, start=1):
        yield Counted(node, number, len(found))
