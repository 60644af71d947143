"""A document of which nothing is known but why."""

from __future__ import annotations

from msgspec import Struct


class Unreadable(Struct, frozen=True):
    """No facts, and ``why``.

    ``damaged``, ``encrypted``
    ``empty``, ``page``, ``other``
        no PDF: nothing, a web page, or something else
    ``size``, ``content``
        too much: bytes of the file, or what these unpack to
    ``time``, ``memory``, ``crash``
        what the process that read it ended by
    """

    why: str
    detail: str = ""

    @property
    def is_certain(self) -> bool:
        """Return whether reading it again would end in the same way, whatever the machine is doing."""
        return self.why not in {"time", "memory", "crash"}
