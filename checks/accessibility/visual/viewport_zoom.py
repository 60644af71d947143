"""The viewport leaves zooming to the reader."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

ENOUGH: Final = 2.0  # 200 %
_PROPERTY: Final = re.compile(r"([^\s,;=]+)\s*=[\s=]*([^\s,;=]+)")
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_SCALES: Final = {"yes": 1.0, "device-width": 10.0, "device-height": 10.0}
_SMALLEST: Final = 0.1


class ViewportZoom(Rule[Page, Node]):
    """Who sees little enlarges a page with two fingers; a viewport can forbid that.

    Remove user-scalable and maximum-scale from the viewport.
    """

    id = "viewport-zoom"
    title = msg("Pages can be enlarged")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.4")
    act = ("b4f0c3",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the viewports that say something of scaling."""
        for meta in page.dom.all("meta"):
            if meta.get("name").strip().lower() == "viewport" and not _scaling(meta).keys().isdisjoint(
                _ASKED
            ):
                yield meta

    def expectation(self, meta: Node) -> Verdict:
        """Require that a reader may scale, at least to twice the size."""
        scaling = _scaling(meta)
        if not _is_scalable(scaling.get("user-scalable", "yes")):
            return Failed(
                msg("The viewport forbids to enlarge the page. Remove user-scalable from it."), "content"
            )
        largest = _scale(scaling.get("maximum-scale", "10"))
        if largest is not None and largest < ENOUGH:
            return Failed(
                msg(
                    "The viewport lets the page grow to {scale} times its size only. "
                    "Remove maximum-scale from it.",
                    scale=int(largest) if largest.is_integer() else largest,
                ),
                "content",
            )
        return PASSED


_ASKED: Final = frozenset({"user-scalable", "maximum-scale"})


def _scaling(meta: Node) -> dict[str, str]:
    """Return what the viewport says, by property; the last one counts (CSS Viewport 1, 3)."""
    return {name.lower(): value.lower() for name, value in _PROPERTY.findall(meta.get("content"))}


def _is_scalable(value: str) -> bool:
    """Return what ``user-scalable`` comes to: numbers between -1 and 1 mean no, as does what is no value."""
    number = _NUMBER.match(value)
    if number:
        return abs(float(number[0])) >= 1
    return value in _SCALES


def _scale(value: str) -> float | None:
    """Return what ``maximum-scale`` comes to; None for a negative number, which is dropped."""
    number = _NUMBER.match(value)
    if number:
        scale = float(number[0])
        return None if scale < 0 else max(_SMALLEST, scale)
    return _SCALES.get(value, _SMALLEST)
