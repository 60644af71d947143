"""Days as statements name them."""

from __future__ import annotations

from datetime import date


def to_date(day: str) -> date | None:
    """Return the date that ``day`` (2026-11-23) is; None where the calendar has none."""
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
