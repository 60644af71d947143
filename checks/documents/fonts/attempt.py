"""Calls that may raise anything: filters, fontTools and broken dictionaries do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def attempt(call: Callable[[], T]) -> T | None:
    """Return what ``call`` returns; None where it raises, unless memory has come to an end."""
    try:
        return call()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - each means the same: the bytes are not what they say they are
        return None
