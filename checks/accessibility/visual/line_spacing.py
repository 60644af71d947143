"""Readers can widen the space between lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.visual._extent import line_height, room, widths
from checks.accessibility.visual._spacing import SpacingRule
from checks.dom.styles import style
from checks.model import PASSED, CannotTell, Verdict
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node
    from checks.subjects import Page


class LineSpacing(SpacingRule):
    """Some people with dyslexia or low vision lose the line where lines are close; !important keeps them so.

    Remove !important in the style attribute, or set line-height to at least 1.5.
    """

    id = "line-spacing"
    title = msg("Line spacing can be changed")
    act = ("78fd32",)
    property = "line-height"
    least = 1.5

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the elements whose line height a style attribute fixes, and whose text can make two lines."""
        for node in super().applicability(page):
            if _line(node)[1] > room(node) and _wraps(node):
                yield node

    def expectation(self, node: Node) -> Verdict:
        """Require 1.5 times the font size, where the text certainly makes two lines."""
        least, most = line_height(style(node))
        verdict = self.judge(node, most if least == most else least)
        if verdict is PASSED or _line(node)[0] > room(node):
            return verdict
        return CannotTell(
            msg(
                "line-height is fixed by !important and too small, if this text makes two lines. "
                "Remove !important."
            ),
            "style",
        )


def _line(node: Node) -> tuple[float, float]:
    """Return the least and the most width of all text in ``node``, on one line."""
    return widths(" ".join(node.text.split()), style(node))


def _wraps(node: Node) -> bool:
    return style(node)["white-space"] not in {"nowrap", "pre"}
