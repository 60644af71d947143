"""The exception tree: only what stops the machine raises.

::

    TolkbarError               one line: where, what is wrong, what to do
    ├── ConfigError            site.toml, contacts.toml, documents.toml
    ├── SourceError            a page, an image, a document in source/
    ├── CatalogError           a PO file that cannot be read as it stands
    ├── PublishError           disk, locks, the swap of output/
    ├── LimitError             a file with more in it than is read
    └── DefectError            a fault of Tolkbar's own, met on one subject

Faults of content that people can mend while the machine goes on are findings, not exceptions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.model import Location, Message


class TolkbarError(Exception):
    """What stops the work, said in one line that names the file and the remedy.

    ``location`` is where to look, if anywhere; ``message`` is translated by whoever shows it.
    """

    def __init__(self, message: Message, location: Location | None = None) -> None:
        """Keep the message untranslated and the place apart from it."""
        super().__init__(message, location)
        self.message = message
        self.location = location

    def __str__(self) -> str:
        """Return ``path:line: sentence`` in English."""
        return f"{self.location}: {self.message}" if self.location else str(self.message)


class ConfigError(TolkbarError):
    """The site's settings or records do not hold together."""


class SourceError(TolkbarError):
    """A source file cannot become a page."""


class CatalogError(TolkbarError):
    """A catalog is damaged; it is left as it is."""


class PublishError(TolkbarError):
    """The disk or another run is in the way."""


class LimitError(TolkbarError):
    """A file is too large, or holds more than anybody reads to its end."""


class DefectError(TolkbarError):
    """Something of Tolkbar's own broke on one subject: nothing is known of it, least of all that it is fine.

    What broke is the cause.
    """
