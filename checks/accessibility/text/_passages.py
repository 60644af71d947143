"""The text of a page, run by run, with the language of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from checks.accessibility._perceived import perceived
from checks.dom.tree import Dom, Node, once
from checks.languages import primary

_VERBATIM: Final = frozenset("code kbd pre samp var svg math textarea".split())  # quoted letter by letter


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text in ``element``."""

    element: Node
    text: str
    language: str


@once
def passages(dom: Dom) -> tuple[Passage, ...]:
    """Return the text that somebody perceives, other than code and formulas."""
    return tuple(
        Passage(node, run.data, language(node))
        for node in dom.nodes
        for run in perceived(node)
        if not _is_verbatim(node)
    )


@once
def language(node: Node) -> str:
    """Return the primary subtag of the language that ``node`` is marked with; empty where it is not."""
    said = primary(node.get("lang"))
    return said if said or node.parent is None else language(node.parent)


@once
def _is_verbatim(node: Node) -> bool:
    return node.tag in _VERBATIM or (node.parent is not None and _is_verbatim(node.parent))
