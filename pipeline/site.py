"""A site as it stands in ``source/``: settings, records and pages, read once a run."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.config import load_contacts, load_documents, load_site
from pipeline.errors import ConfigError, SourceError
from pipeline.files import read_bytes
from pipeline.model import Location, msg
from pipeline.segment import Segmented, all_slots, segment, slots
from pipeline.shell import TEMPLATES, shell_units
from pipeline.source import SourceFile, find_pages, read_document
from pipeline.state import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from pipeline.config import Contact, Document, Site
    from pipeline.segment import Unit

SHARED_FOLDERS = ("assets", "images", "documents")
"""The folders below ``source/`` whose files every edition gets."""


@dataclass(frozen=True)
class Source:
    """Everything an editor writes.  ``files`` are the pages by name; their bytes are read once."""

    site: Site
    contacts: Mapping[str, Contact]
    documents: Mapping[str, Document]
    files: Mapping[str, SourceFile]
    _pages: dict[str, Segmented] = field(default_factory=dict, repr=False)

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """The bytes of every page."""
        return {page: _content(file) for page, file in self.files.items()}

    @cached_property
    def keys(self) -> dict[str, str]:
        """A digest of every page's bytes."""
        return {page: digest(content) for page, content in self.contents.items()}

    @cached_property
    def shell(self) -> tuple[Unit, ...]:
        """The units of the site as a whole."""
        return shell_units(self.site, self.contacts)

    @cached_property
    def shared_key(self) -> str:
        """A digest of what every page depends on besides itself: settings, records, templates."""
        root = self.site.root / "source"
        files = [root / "site.toml", root / "contacts.toml", root / "documents" / "documents.toml"]
        templates = sorted((self.site.root / TEMPLATES).glob("*.html"))
        sizes = ",".join(f"{document.file}:{document.size}" for document in self.documents.values())
        return digest(sizes, *(read_bytes(path) for path in (*files, *templates)))

    def page(self, name: str) -> Segmented:
        """Return a page taken apart, its links known to lead somewhere.

        Raises SourceError for what cannot become a page.
        """
        if name not in self._pages:
            page = segment(read_document(self.files[name], self.contents[name]))
            self._require_targets(page)
            self._pages[name] = page
        return self._pages[name]

    def _require_targets(self, page: Segmented) -> None:
        by_file = {document.file for document in self.documents.values()}
        for slot in all_slots(page):
            match slot:
                case slots.PageLink(page=name, line=line) if name not in self.files:
                    fault = msg("There is no page {page}. Mend the link or create the page.", page=name)
                case slots.DocumentLink(file=name, line=line) if name not in by_file:
                    fault = msg("{file} is in no record of documents.toml. Add one, with title and language.", file=name)
                case slots.ContactCard(contact=name, line=line) if name not in self.contacts:
                    fault = msg("There is no contact “{id}” in contacts.toml. Add it or mend the link.", id=name)
                case slots.FileLink(path=name, line=line) if not self._is_shared_file(name):
                    fault = msg("There is no file source/{path}. Put it there or mend the address.", path=name)
                case _:
                    continue
            raise SourceError(fault, Location(page.source, line))

    def _is_shared_file(self, name: str) -> bool:
        folder = self.site.root / "source"
        path = (folder / name).resolve()
        inside = name.split("/", 1)[0] in SHARED_FOLDERS and path.is_relative_to(folder.resolve())
        return inside and path.is_file()


def load_source(root: Path) -> Source:
    """Read the site at ``root``; raise ConfigError or SourceError where it does not hold together."""
    site = load_site(root)
    files = {file.page: file for file in find_pages(root)}
    for key in ("menu", "footer"):
        for index, page in enumerate(getattr(site, key)):
            if page not in files:
                raise ConfigError(
                    msg("{key} names the page “{page}”, which is not in source/pages.", key=key, page=page),
                    site.places.get(f"{key}.{index}") or site.places[key],
                )
    return Source(site, load_contacts(root), load_documents(root), files)


def _content(file: SourceFile) -> bytes:
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise SourceError(
            msg("It cannot be read: {reason}.", reason=error.strerror or type(error).__name__), Location(file.name, 1)
        ) from None
