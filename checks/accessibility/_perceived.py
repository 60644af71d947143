"""Text that somebody perceives: by eye, or through assistive technology (ACT: perceivable content)."""

from __future__ import annotations

from typing import Final

from checks.dom.exposure import is_programmatically_hidden
from checks.dom.rendering import is_rendered, shows_text
from checks.dom.tree import Dom, Node, Run, once

_CODE: Final = frozenset("code kbd pre samp var".split())
_DRAWN: Final = frozenset("math svg textarea".split())


@once
def perceived(node: Node) -> tuple[Run, ...]:
    """Return the runs of text directly in an element that are perceived; white space is not."""
    if not node.texts or not is_rendered(node):
        return ()
    return () if is_programmatically_hidden(node) and not shows_text(node) else tuple(node.texts)


@once
def holders(dom: Dom) -> list[Node]:
    """Return the elements with perceived text directly in them, in document order."""
    return list(filter(perceived, dom.written))


@once
def is_code(node: Node) -> bool:
    """Return whether text in ``node`` is program code, or what is typed and shown in its course."""
    return node.tag in _CODE or (node.parent is not None and is_code(node.parent))


@once
def is_verbatim(node: Node) -> bool:
    """Return whether text in ``node`` is quoted letter by letter: code, a formula, a drawing."""
    around = node.parent is not None and is_verbatim(node.parent)
    return around or node.tag in _CODE or node.tag in _DRAWN


def is_of_code(node: Node) -> bool:
    """Return whether all words in ``node`` are code: the name of an option, an operator."""
    texts = [run for run in node.runs if run.data.strip()]
    return bool(texts) and all(is_code(run.parent) for run in texts)
