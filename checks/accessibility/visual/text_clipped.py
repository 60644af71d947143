"""Enlarged text is not cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.visual._clipping import Clip, Fit, clips
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class TextClipped(Rule[Page, Clip]):
    """Who enlarges a page to read it loses what does not fit into a box that hides the rest.

    Let the box grow with its text: give it a min-height in place of a height, and let its lines wrap.
    """

    id = "text-clipped"
    title = msg("Enlarged text is not cut off")
    severity = Severity.BLOCKING
    requirements = wcag("1.4.4")
    act = ("59br37",)

    def applicability(self, page: Page) -> Iterator[Clip]:
        """Yield the boxes with visible text that hide what does not fit, on half of a screen."""
        return clips(page.dom)

    def expectation(self, clip: Clip) -> Verdict:
        """Require that the text fits, whatever its font."""
        if clip.fit is Fit.FITS:
            return PASSED
        if clip.fit is Fit.CUT_OFF:
            return Failed(
                msg(
                    'The box of "{text}" cuts off what does not fit when the page is enlarged. Let it grow.',
                    text=clip.text,
                )
            )
        return CannotTell(
            msg(
                'The box of "{text}" may cut off what does not fit. Look at the page enlarged to 200 %.',
                text=clip.text,
            )
        )
