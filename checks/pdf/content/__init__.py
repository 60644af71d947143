"""What is painted: marked content, artifacts, form XObjects (PDF/UA-1, 7.1, 7.2, 7.20)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
