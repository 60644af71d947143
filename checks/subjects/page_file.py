"""The file of a page, before anybody looks at what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import Place
from pipeline.model import Location

if TYPE_CHECKING:
    from pipeline.model import Message


class PageFile(NamedTuple):
    """A page's name for people, whether anything is in it, and what keeps it from being judged, if any."""

    path: str
    is_empty: bool = False
    obstacle: Message | None = None

    def place(self, target: object, attribute: str | None) -> Place:  # noqa: ARG002 - a file has one place
        """Return the file itself."""
        return Place(Location(self.path, 1))
