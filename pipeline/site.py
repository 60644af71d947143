"""A site as it stands in ``source/``: settings, records and pages, read once a run."""

from __future__ import annotations

import errno
import os
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from pipeline import skeleton as slots
from pipeline.digests import Digests
from pipeline.errors import ConfigError, SourceError
from pipeline.files import read_bytes
from pipeline.model import Location, msg
from pipeline.records import contacts_of, documents_of, encoded
from pipeline.segment.model import Segmented, decode_page, decode_units, encode_page
from pipeline.shell import NAME as SHELL
from pipeline.shell import find_templates, shell_units
from pipeline.source.files import find_pages
from pipeline.state import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from pipeline.config import Contact, Document, Site
    from pipeline.segment.model import Unit
    from pipeline.source.files import SourceFile
    from pipeline.state import State

PAGES = "pages"
"""The table of pages taken apart, each behind the digest of its bytes."""

OUTLINES = "outlines"
"""The table of what the rest of the site needs to know of each page."""

SHARED_FOLDERS = ("assets", "images", "documents")
"""The folders below ``source/`` whose files every edition gets."""


class Outline(Struct, frozen=True):
    """What the rest of a site needs to know of a page: its day (2026-11-23), the pages that it links to."""

    updated: str | None
    links: tuple[str, ...]


@dataclass(frozen=True)
class Source:
    """Everything an editor writes.  ``files`` are the pages by name; their bytes are read once."""

    site: Site
    contacts: Mapping[str, Contact]
    documents: Mapping[str, Document]
    files: Mapping[str, SourceFile]
    state: State
    _pages: dict[str, Segmented] = field(default_factory=dict, repr=False)

    @cached_property
    def contents(self) -> dict[str, bytes]:
        """The bytes of every page."""
        return {page: self._content(page) for page in self.files}

    @cached_property
    def keys(self) -> dict[str, str]:
        """A digest of every page's bytes."""
        return {page: self._key(page) for page in self.files}

    @cached_property
    def shell(self) -> tuple[Unit, ...]:
        """The units of the site as a whole."""
        key = self.shared_key.encode()
        kept = self.state.read(PAGES, SHELL)
        if kept and kept.startswith(key):
            return decode_units(kept[len(key) :])
        units = shell_units(self.site, self.contacts, self.templates)
        self.state.write(PAGES, SHELL, key + encode_page(units))
        return units

    @cached_property
    def shared_key(self) -> str:
        """A digest of what every page depends on besides itself: settings, records, templates.

        Of settings and records it is what was read: their files may say something newer already.
        """
        values = encoded(self.site, self.contacts, self.documents)
        return digest(values, ",".join(self.templates), *map(read_bytes, self.templates.values()))

    @cached_property
    def templates(self) -> dict[str, Path]:
        """The page shell and its parts, by name."""
        return find_templates(self.site.root)

    def page(self, name: str) -> Segmented:
        """Return a page taken apart, its links known to lead somewhere.

        Raises SourceError for what cannot become a page.
        """
        if name not in self._pages:
            page = self._known(name) or self._segmented(name)
            self._require_targets(page)
            self._pages[name] = page
        return self._pages[name]

    def outline(self, name: str) -> Outline:
        """Return the outline of a page; raise SourceError as :meth:`page` does."""
        known = self.state.table(OUTLINES)
        if name not in known or known[name][0] != self.keys[name]:
            page = self.page(name)
            linked = dict.fromkeys(link.page for link in page.links if isinstance(link, slots.PageLink))
            updated = page.updated.isoformat() if page.updated else None
            known[name] = (self.keys[name], updated, tuple(linked))
        _, updated, links = known[name]
        return Outline(updated, tuple(links))

    def forget(self, name: str) -> None:
        """Keep nothing more of a page that is gone."""
        self.state.forget(PAGES, name)
        self.state.table(OUTLINES).pop(name, None)

    def _known(self, name: str) -> Segmented | None:
        """Return a page as an earlier run took it apart, None if it has changed since."""
        kept = self.state.read(PAGES, name)
        key = self.keys[name].encode()
        return decode_page(kept[len(key) :]) if kept and kept.startswith(key) else None

    def _segmented(self, name: str) -> Segmented:
        from pipeline.segment.walk import segment  # noqa: PLC0415 - pages that have not changed need no parser
        from pipeline.source.document import read_document  # noqa: PLC0415 - as above

        page = segment(read_document(self.files[name], self._content(name)))
        self.keys[name] = self._key(name)  # what was read may be newer than what was seen
        self.state.write(PAGES, name, self.keys[name].encode() + encode_page(page))
        return page

    @cached_property
    def _digests(self) -> Digests:
        return Digests(self.site.root, self.state)

    def _key(self, page: str) -> str:
        with _readable(self.files[page].name):
            return self._digests.of(self.files[page].name)

    def _content(self, page: str) -> bytes:
        """Return the bytes of a page; one that is gone since it was found is as one that cannot be read."""
        name = self.files[page].name
        with _readable(name):
            content = self._digests.read(name)
            if content is None:
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            return content

    @cached_property
    def _document_files(self) -> set[str]:
        return {document.file for document in self.documents.values()}

    @cached_property
    def _shared_files(self) -> dict[str, bool]:
        """Whether every edition gets a file, by its path below ``source/``, for those asked about so far."""
        return {}

    def _require_targets(self, page: Segmented) -> None:
        for link in page.links:
            match link:
                case slots.PageLink(page=name, line=line) if name not in self.files:
                    fault = msg("There is no page {page}. Mend the link or create the page.", page=name)
                case slots.DocumentLink(file=name, line=line) if name not in self._document_files:
                    fault = msg(
                        "{file} is in no record of documents.toml. Add one, with title and language.",
                        file=name,
                    )
                case slots.ContactCard(contact=name, line=line) if name not in self.contacts:
                    fault = msg(
                        "There is no contact “{id}” in contacts.toml. Add it or mend the link.", id=name
                    )
                case slots.FileLink(path=name, line=line) if not self._is_shared_file(name):
                    fault = msg(
                        "There is no file source/{path}. Put it there or mend the address.", path=name
                    )
                case _:
                    continue
            raise SourceError(fault, Location(page.source, line))

    def _is_shared_file(self, name: str) -> bool:
        if name not in self._shared_files:
            self._shared_files[name] = _is_shared(self.site.root / "source", name)
        return self._shared_files[name]


def _is_shared(folder: Path, name: str) -> bool:
    """Tell whether every edition gets the file ``name`` below ``folder``; hidden ones it does not."""
    parts = name.split("/")
    if parts[0] not in SHARED_FOLDERS or any(part.startswith(".") for part in parts):
        return False
    try:
        path = (folder / name).resolve(strict=True)
        return path.is_relative_to(folder.resolve()) and path.is_file()
    except (OSError, ValueError, RuntimeError):  # too long, a NUL in it, links in a circle
        return False


def load_source(site: Site, state: State) -> Source:
    """Read the rest of ``site``; ``state`` knows what earlier runs have read.

    Raises ConfigError or SourceError where it does not hold together.
    """
    root = site.root
    files = {file.page: file for file in find_pages(root)}
    for key in ("menu", "footer"):
        for index, page in enumerate(getattr(site, key)):
            if page not in files:
                raise ConfigError(
                    msg(
                        "{key} names the page “{page}”, which is not in source/pages. Correct the name.",
                        key=key,
                        page=page,
                    ),
                    site.places.get(f"{key}.{index}") or site.places[key],
                )
    return Source(site, contacts_of(root, state), documents_of(root, state), files, state)


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SourceError(
            msg("It cannot be read: {reason}.", reason=error.strerror or type(error).__name__),
            Location(name, 1),
        ) from None
