"""The text of a page that has words in capitals, run by run, with the language of each."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from checks.accessibility._perceived import holders, is_verbatim, perceived
from checks.dom.tree import Dom, Node, nearest, once
from checks.languages import primary

_CAPITALS: Final = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ]")  # Python's re is quick to find a set, not two of it


class Passage(NamedTuple):
    """A run of text in ``element``."""

    element: Node
    text: str
    language: str


@once
def in_capitals(dom: Dom) -> tuple[Passage, ...]:
    """Return the text that somebody perceives, other than code and formulas, and has capitals in a row."""
    if not _CAPITALS.search(dom.text):
        return ()
    return tuple(
        Passage(node, run.data, language(node))
        for node in holders(dom)
        for run in perceived(node)
        if _CAPITALS.search(run.data) and not is_verbatim(node)
    )


def language(node: Node) -> str:
    """Return the primary subtag of the language that ``node`` is marked with; empty where it is not."""
    marked = _marked(node.dom)[node.order]
    return primary(marked.get("lang")) if marked is not None else ""


@once
def _marked(dom: Dom) -> list[Node | None]:
    return nearest(dom, (node for node in dom.having("lang") if primary(node.get("lang"))))
