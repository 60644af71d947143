"""Calls that may raise anything: filters, fontTools and broken dictionaries do."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def attempt(call: Callable[[], T], note: Callable[[Exception], object] = lambda _: None) -> T | None:
    """Return what ``call`` returns; None where it raises, unless memory has come to an end.

    ``note`` hears what it raised.
    """
    try:
        return call()
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - each means the same: the bytes are not what they say they are
        note(error)
        return None
