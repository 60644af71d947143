"""Spacing of text that a ``style`` attribute forbids to change (WCAG 1.4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.dom.rendering import shows_text
from checks.dom.styles import inline, style
from checks.dom.styles.properties import WIDE
from checks.model import PASSED, Failed, Verdict
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Dom, Node

_INHERITED: Final = WIDE - {"initial"}  # the value is then declared elsewhere


def fixed(dom: Dom, name: str) -> Iterator[Node]:
    """Yield the elements with text of which a ``style`` attribute fixes the property ``name``."""
    for node in dom.having("style"):
        if not node.is_html:
            continue
        declaration = inline(node).get(name)
        if declaration is None or not declaration.important or declaration.value in _INHERITED:
            continue
        if node.texts and shows_text(node):
            yield node


def judge(node: Node, name: str, least: float, space: float | None) -> Verdict:
    """Require that ``space`` pixels are ``least`` times the font size."""
    size = style(node).length("font-size") or 0.0
    if space is None or space >= least * size - 0.001:
        return PASSED
    return Failed(
        msg(
            "{property} is fixed by !important and less than {least} times the font size, so readers cannot "
            "widen it. Remove !important.",
            property=name,
            least=least,
        ),
        "style",
    )
