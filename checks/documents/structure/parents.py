"""The parent tree: from content and objects back to the elements that own them (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.objects import identity, resolved
from checks.documents.trees import numbers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.documents.objects import Dictionary

NOBODY: Final = -1
OWNERS: Final = 500_000  # of marked content in a document


def read_parents(root: Dictionary, known: Mapping[int, int]) -> dict[int, int | tuple[int, ...]]:
    """Return the numbers of the owners by key; ``known`` are the numbers of elements by their id.

    A list has the owners of a stream's marked content by its identifier.
    """
    tree = root.dictionary("/ParentTree")
    return {} if tree is None else dict(_owners(tree, known))


def _owners(tree: Dictionary, known: Mapping[int, int]) -> Iterator[tuple[int, int | tuple[int, ...]]]:
    left = OWNERS
    for key, reference in numbers(tree):
        owner = _number(reference, known)
        owners = resolved(reference) if owner == NOBODY else None
        if isinstance(owners, list):
            yield key, tuple(_number(one, known) for one in owners[:left])
            left -= len(owners)
        else:
            yield key, owner
        if left <= 0:
            return


def _number(reference: object, known: Mapping[int, int]) -> int:
    element = identity(reference)
    return NOBODY if element is None else known.get(element, NOBODY)
