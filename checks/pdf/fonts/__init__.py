"""Fonts and the characters that they are used for (PDF/UA-1, 7.21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
