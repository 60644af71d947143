"""Readers can widen the space between letters."""

from __future__ import annotations

from checks.accessibility.visual._spacing import SpacingRule
from pipeline.model import msg


class LetterSpacing(SpacingRule):
    """Some people with dyslexia or low vision read only with wider letters; !important keeps them out.

    Remove !important in the style attribute, or set letter-spacing to at least 0.12em.
    """

    id = "letter-spacing"
    title = msg("Letter spacing can be changed")
    act = ("24afc2",)
    property = "letter-spacing"
    least = 0.12
