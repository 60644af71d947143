"""Numbers of more digits than Python reads (4300): CSS has no limit, but a range that ends long before."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = 300  # as many as a float can have before its point
_LONG: Final = re.compile(r"[0-9]{301,}")


def readable(text: str) -> str:
    """Return CSS with its endless numbers cut to a length that says no less: larger than anything."""
    return _LONG.sub(lambda found: found[0][:_DIGITS], text) if len(text) > _DIGITS else text
