"""Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): large dictionaries that are cut into leaves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from checks.documents.objects import as_dictionary, as_text, resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents.objects import Dictionary

PAIRS: Final = 200_000  # of one tree
_NODES: Final = 20_000


def names(root: Dictionary) -> Iterator[tuple[str, Any]]:
    """Yield the names of a tree, and what each stands for: perhaps a reference, not followed yet."""
    return (
        (name, value) for key, value in _pairs(root, "/Names") if (name := as_text(resolved(key))) is not None
    )


def numbers(root: Dictionary) -> Iterator[tuple[int, Any]]:
    """Yield the numbers of a tree, and what each stands for: perhaps a reference, not followed yet."""
    return (
        (int(number), value)
        for key, value in _pairs(root, "/Nums")
        if isinstance(number := resolved(key), int)
    )


def _pairs(root: Dictionary, key: str) -> Iterator[tuple[Any, Any]]:
    """Yield at most ``PAIRS`` keys and values, leaf by leaf; each node once."""
    left = 2 * PAIRS
    for node in _nodes(root):
        values = node.references(key, left)
        left -= len(values)
        yield from zip(values[::2], values[1::2], strict=False)


def _nodes(root: Dictionary) -> Iterator[Dictionary]:
    waiting, met, left = [root], {root.id}, _NODES
    while waiting:
        node = waiting.pop()
        yield node
        kids = node.references("/Kids", left)
        left -= len(kids)
        for reference in reversed(kids):
            kid = as_dictionary(resolved(reference))
            if kid is not None and kid.id not in met:
                met.add(kid.id)
                waiting.append(kid)
