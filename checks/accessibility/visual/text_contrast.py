"""Text stands out from what is behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.visual._contrast import Need, Target, judge, judged
from checks.model import Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

NEED: Final = Need(large=3, other=4.5)


class TextContrast(Rule[Page, Target]):
    """Pale text is lost on people with low vision, on old screens and in sunlight.

    Choose colours with a contrast of 4.5:1, or of 3:1 for large text (from 24 pixels on, bold from 18.7).
    """

    id = "text-contrast"
    title = msg("Text has enough contrast")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.3")
    act = ("afw4f7",)

    def applicability(self, page: Page) -> Iterator[Target]:
        """Yield the visible texts that are not of disabled controls; those too pale by their colours."""
        return judged(page.dom, NEED)

    def expectation(self, target: Target) -> Verdict:
        """Require 3:1 of large text, 4.5:1 of other."""
        return judge(target)
