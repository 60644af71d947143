"""Signs of trouble that a person should look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
