"""Text stands out from the plain colour under it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from checks.documents.content import Pale
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_LARGE: Final = 18.0  # points
_LARGE_BOLD: Final = 14.0
_NEEDED: Final = 4.5
_NEEDED_LARGE: Final = 3.0
_SEEN: Final = 1.1  # below it, text is hidden on purpose


class PdfTextContrast(FactsRule[Pale]):
    """Pale text is lost on people with low vision, on old screens and in print.

    Choose colours with a contrast of 4.5:1, or of 3:1 for large text (from 18 points on, bold from 14).
    """

    id = "pdf-text-contrast"
    title = msg("Text in documents has enough contrast")
    severity = Severity.ADVISORY
    requirements = wcag("1.4.3")
    parts = ("content",)

    def targets(self, facts: Facts) -> Iterator[Pale]:
        """Yield one text of each pair of plain colours and each size class."""
        met = set()
        for page in facts.content.pages if facts.content is not None else ():
            for pale in page.pale:
                kind = (pale.colour, pale.ground, _needed(pale))
                if kind not in met and pale.contrast >= _SEEN:
                    met.add(kind)
                    yield pale

    def judge(self, pale: Pale) -> Verdict:
        """Require 3:1 of large text, 4.5:1 of other."""
        needed = _needed(pale)
        if pale.contrast >= needed:
            return PASSED
        return Failed(
            msg(
                'The contrast of "{text}" is {ratio}:1, {colour} on {behind}; it needs {needed}:1. '
                "Choose a darker or a lighter colour.",
                text=pale.text,
                ratio=math.floor(pale.contrast * 100) / 100,
                colour=pale.colour.hexadecimal,
                behind=pale.ground.hexadecimal,
                needed=needed,
            )
        )


def _needed(pale: Pale) -> float:
    is_large = pale.size >= (_LARGE_BOLD if pale.is_bold else _LARGE)
    return _NEEDED_LARGE if is_large else _NEEDED
