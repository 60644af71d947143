"""A document of which nothing is known but why."""

from __future__ import annotations

from msgspec import Struct


class Unreadable(Struct, frozen=True):
    """No facts: ``why`` is "damaged", "encrypted", "time", "memory", "crash", "size" or "content".

    The last two are of what has too much in it: bytes, or what these unpack to.
    """

    why: str
    detail: str = ""

    @property
    def is_certain(self) -> bool:
        """Return whether reading it again would end in the same way, whatever the machine is doing."""
        return self.why in {"damaged", "encrypted", "size", "content"}
