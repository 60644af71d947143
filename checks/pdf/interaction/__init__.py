"""Annotations, form fields, media clips (PDF/UA-1, 7.18)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
