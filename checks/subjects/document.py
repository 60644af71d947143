"""One PDF document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import Place
from pipeline.model import Location

if TYPE_CHECKING:
    from pathlib import Path


class Document(NamedTuple):
    """A PDF file: its name for people, where it is, how many bytes it has."""

    path: str
    file: Path
    size: int

    def place(self, target: object, attribute: str | None) -> Place:  # noqa: ARG002 - a document has one place so far
        """Return the document itself."""
        return Place(Location(self.path, 1))
