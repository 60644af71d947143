"""One PDF document: the file as it lies there, and what it holds where it could be read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from checks.documents import Facts, Unreadable
from checks.documents.limits import LARGEST
from checks.documents.replies import unpacked
from checks.dom.witness import digest
from checks.model import Place
from checks.subjects.files import unreadable
from pipeline.model import Location

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from checks.documents import Library
    from checks.dom.witness import Answer
    from checks.subjects.remote import RemotePath


@dataclass(frozen=True)
class DocumentFile:
    """A PDF file: its name for people, where it is, how many bytes it has, and who reads it when asked."""

    path: str
    file: Path | RemotePath
    size: int
    library: Library
    today: date | None = None

    @cached_property
    def facts(self) -> Facts | Unreadable:
        """Return what it holds; raises ``TolkbarError`` where the file is there and may not be read."""
        if self.size > LARGEST:
            return Unreadable("size")
        told = self.library.told(self.path)
        return self.library.facts(self.path, self._content) if told is None else unpacked(told.facts)

    @property
    def digest(self) -> Answer:
        """Return what tells its content from any other; None where nobody reads it."""
        told = self.library.told(self.path)
        if told is not None:
            return told.digest
        return digest(None if self.size > LARGEST else self._content)

    @cached_property
    def _content(self) -> bytes:
        try:
            return self.file.read_bytes()
        except OSError as error:
            raise unreadable(str(self.file), error) from error

    @property
    def document(self) -> Document | None:
        """Return the document in it; None where nobody can read it, and only rules on files judge it."""
        return Document(self.path, self.facts, self.today) if isinstance(self.facts, Facts) else None

    def place(self, target: object, attribute: str | None) -> Place:  # noqa: ARG002 - a file has one place
        """Return the file itself."""
        return Place(Location(self.path, 1))


class Document(NamedTuple):
    """A PDF document that could be read: its name for people, and the facts that its rules judge.

    ``today`` is the day that its dates are compared with, None where they are not.
    """

    path: str
    facts: Facts
    today: date | None = None

    def place(self, target: Any, attribute: str | None) -> Place:  # noqa: ANN401, ARG002 - any noun of the facts
        """Return where ``target`` stands, as ``#page=3 Document > Table[2]``.

        A target says so in ``page``, counted from 1, and ``path``, its place in the tags, if it has them.
        """
        page, path = getattr(target, "page", 0), getattr(target, "path", "")
        selector = " ".join(part for part in (f"#page={page}" if page else "", path) if part)
        return Place(Location(self.path, 1), selector or None)
