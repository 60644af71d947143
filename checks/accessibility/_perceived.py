"""Text that somebody perceives: by eye, or through assistive technology (ACT: perceivable content)."""

from __future__ import annotations

from checks.dom.exposure import is_programmatically_hidden
from checks.dom.rendering import is_rendered, shows_text
from checks.dom.tree import Dom, Node, Run, once


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
