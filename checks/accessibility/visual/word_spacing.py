"""Readers can widen the space between words."""

from __future__ import annotations

from checks.accessibility.visual._spacing import SpacingRule
from pipeline.model import msg


class WordSpacing(SpacingRule):
    """Some people with dyslexia or low vision need wider gaps between words; !important keeps them out.

    Remove !important in the style attribute, or set word-spacing to at least 0.16em.
    """

    id = "word-spacing"
    title = msg("Word spacing can be changed")
    act = ("9e45ec",)
    property = "word-spacing"
    least = 0.16
