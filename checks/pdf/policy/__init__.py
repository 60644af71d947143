"""What a municipality asks of every document that it publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
