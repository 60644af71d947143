"""One PDF document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.model import Place
from pipeline.model import Location

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF file: its name for people, where it is, how many bytes it has."""

    path: str
    file: Path
    size: int

    def place(self, target: object, attribute: str | None) -> Place:  # noqa: ARG002 - a document has one place so far
        """Return the document itself."""
        return Place(Location(self.path, 1))
