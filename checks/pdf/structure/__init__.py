"""The tags: types, nesting, tables, lists, headings, languages of parts (PDF/UA-1, 7.1 to 7.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
