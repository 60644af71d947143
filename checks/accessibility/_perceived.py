"""Text that somebody perceives: by eye, or through assistive technology (ACT: perceivable content)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.exposure import is_programmatically_hidden
from checks.dom.rendering import is_rendered, is_text_visible
from checks.dom.tree import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


def perceived(node: Node) -> Iterator[Run]:
    """Yield the runs of text directly in an element that are perceived; white space is not."""
    runs = [child for child in node.children if isinstance(child, Run) and not child.data.isspace()]
    if runs and is_rendered(node):
        is_hidden = is_programmatically_hidden(node)
        yield from (run for run in runs if not is_hidden or is_text_visible(run))
