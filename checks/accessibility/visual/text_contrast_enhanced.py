"""Text stands out from what is behind it, even for eyes that see little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.accessibility.visual._contrast import Need, Target, judge, judged
from checks.model import Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

NEED: Final = Need(large=4.5, other=7)


class TextContrastEnhanced(Rule[Page, Target]):
    """Grey text tires people with low vision, even where it has the contrast that is required.

    Choose colours with a contrast of 7:1, or of 4.5:1 for large text (from 24 pixels on, bold from 18.7).
    """

    id = "text-contrast-enhanced"
    title = msg("Text has much contrast")
    severity = Severity.ADVISORY
    requirements = wcag("1.4.6")
    act = ("09o5cg",)

    def applicability(self, page: Page) -> Iterator[Target]:
        """Yield the visible texts that are not of disabled controls; those too pale by their colours."""
        return judged(page.dom, NEED)

    def expectation(self, target: Target) -> Verdict:
        """Require 4.5:1 of large text, 7:1 of other."""
        return judge(target)
