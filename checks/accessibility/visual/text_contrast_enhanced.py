"""Text stands out from what is behind it, even for eyes that see little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.accessibility.visual._contrast import Need, Pale, Target, Writing, judge, judged
from checks.model import Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.dom.tree import Node

NEED: Final = Need(large=4.5, other=7)
_SHOWN: Final = 6  # kinds of elements that are named


class Pair(NamedTuple):
    """Texts in the same two colours, ``number`` of them in ``tags``, the first in ``element``."""

    element: Node
    needed: float
    number: int
    tags: tuple[str, ...]


class TextContrastEnhanced(Rule[Page, Target | Pair]):
    """Grey text tires people with low vision, even where it has the contrast that is required.

    Choose colours with a contrast of 7:1, or of 4.5:1 for large text (from 24 pixels on, bold from 18.7).
    """

    id = "text-contrast-enhanced"
    title = msg("Text has much contrast")
    severity = Severity.ADVISORY
    requirements = wcag("1.4.6")
    act = ("09o5cg",)

    def applicability(self, page: Page) -> Iterator[Target | Pair]:
        """Yield the visible texts that are not of disabled controls; those too pale by their colours."""
        return _by_colours(judged(page.dom, NEED))

    def expectation(self, target: Target | Pair) -> Verdict:
        """Require 4.5:1 of large text, 7:1 of other."""
        return _too_pale(target) if isinstance(target, Pair) else judge(target)


def _by_colours(targets: Iterable[Target]) -> Iterator[Target | Pair]:
    """Yield ``targets``, but of those too pale one for each pair of colours: that is mended once."""
    pale: dict[tuple[str, str, float], list[Pale]] = {}
    for target in targets:
        if isinstance(target, Pale):
            best = Writing(target.element).best
            key = best.text.hexadecimal, best.behind.hexadecimal, target.needed
            pale.setdefault(key, []).append(target)
        else:
            yield target
    for alike in pale.values():
        first, *others = alike
        tags = tuple(dict.fromkeys(one.element.tag for one in alike))
        yield Pair(first.element, first.needed, len(alike), tags) if others else first


def _too_pale(pair: Pair) -> Failed:
    writing = Writing(pair.element)
    best = writing.best
    return Failed(
        msg(
            "The contrast of {colour} on {behind} is {ratio}:1; it needs {needed}:1. "
            "Choose a darker or a lighter colour. "
            'So are {number} texts in {tags}, the first is "{text}".',
            colour=best.text.hexadecimal,
            behind=best.behind.hexadecimal,
            ratio=writing.ratio,
            needed=pair.needed,
            number=pair.number,
            tags=", ".join(pair.tags[:_SHOWN]),
            text=writing.text,
        )
    )
