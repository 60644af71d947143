"""What stands in an element, as accname reads it: children, generated text, and boxes of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.exposure import arranged_children

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checks.dom.tree import Node, Run

_INLINE: Final = frozenset(
    "a abbr b bdi bdo cite code data del dfn em i img ins kbd label mark q s samp slot small span strong "
    "sub sup svg time tspan u var wbr".split()
)


def rendered_children(node: Node) -> Sequence[Node | Run]:
    """Return the children, with what ``aria-owns`` adds and without what it gives to others."""
    return arranged_children(node)


def is_inline(node: Node) -> bool:
    """Return whether its text runs on from the text before it, without a space."""
    return node.tag in _INLINE


def generated(node: Node, place: str) -> str:  # noqa: ARG001 - until styles are known
    """Return the text of the pseudo-element ``place`` ("before" or "after"), a box with spaces around."""
    return ""
