"""The catalogs of a site on disk: ``locales/templates`` and ``locales/<language>/LC_MESSAGES``."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

from pipeline import po
from pipeline.errors import CatalogError
from pipeline.files import all_files, read_bytes
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "locales"
TEMPLATES = f"{FOLDER}/templates"


def template_name(page: str) -> str:
    """Return the path of a page's template, relative to the site's root."""
    return f"{TEMPLATES}/{page}.pot"


def catalog_name(language: str, page: str) -> str:
    """Return the path of a page's catalog, relative to the site's root."""
    return f"{FOLDER}/{language}/LC_MESSAGES/{page}.po"


class Locales:
    """Reads each file once a run; the source language has no catalogs."""

    def __init__(self, root: Path, source_language: str) -> None:
        """Prepare to read the catalogs of the site at ``root``."""
        self.root = root
        self._source_language = source_language
        self._contents: dict[str, bytes | None] = {}
        self._keys: dict[str, str] = {}
        self._catalogs: dict[str, po.Catalog | None] = {}

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file below the root, None where there is none.

        Raises CatalogError for one that cannot be read: its words would seem never to have been written.
        """
        if name not in self._contents:
            try:
                self._contents[name] = read_bytes(f"{self.root}/{name}")
            except OSError as error:
                reason = error.strerror or type(error).__name__
                message = msg("It cannot be read: {reason}.", reason=reason)
                raise CatalogError(message, Location(name, 1)) from None
        return self._contents[name]

    def key(self, name: str) -> str:
        """Return a digest of the bytes of a file below the root, nothing where there is none."""
        if name not in self._keys:
            content = self.read(name)
            self._keys[name] = "" if content is None else blake2b(content, digest_size=16).hexdigest()
        return self._keys[name]

    def wrote(self, name: str, content: bytes) -> None:
        """Remember that a file has been written since it was read."""
        self._contents[name] = content
        self._keys.pop(name, None)
        self._catalogs.pop(name, None)

    def forget(self, name: str) -> None:
        """Let a file be read again: somebody else has written it."""
        for known in (self._contents, self._keys, self._catalogs):
            known.pop(name, None)

    def catalog_key(self, language: str, page: str) -> str:
        """Return the :meth:`key` of a catalog, nothing for the source language."""
        return "" if language == self._source_language else self.key(catalog_name(language, page))

    def catalog(self, language: str, page: str) -> po.Catalog | None:
        """Return a catalog, None for the source language; raise CatalogError for a damaged one."""
        if language == self._source_language:
            return None
        name = catalog_name(language, page)
        content = self.read(name)
        if content is None:
            return _nothing(name)
        if name not in self._catalogs:
            self._catalogs[name] = po.read(content, name)
        return self._catalogs[name]

    def pages(self, language: str) -> list[str]:
        """Return the names of all catalogs of a language, those of pages that are gone too."""
        files = all_files(self.root / FOLDER / language / "LC_MESSAGES")
        return sorted(name.removesuffix(".po") for name in files if name.endswith(".po"))


def _nothing(name: str) -> po.Catalog:
    return po.read(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', name)
