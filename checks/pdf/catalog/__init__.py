"""What a document says of itself: header, catalog, metadata, encryption (PDF/UA-1, 5 to 7.1, 7.10 on)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.model import AnyRule

RULES: tuple[AnyRule, ...] = ()
