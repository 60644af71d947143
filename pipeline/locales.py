"""The catalogs of a site on disk: ``locales/templates`` and ``locales/<language>/LC_MESSAGES``."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from pipeline import po
from pipeline.digests import Digests
from pipeline.errors import CatalogError
from pipeline.files import all_files, read_bytes
from pipeline.model import Location, msg
from pipeline.wording import Wording, decode, encode, wording_as_written, wording_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pipeline.state import State

FOLDER = "locales"
TEMPLATES = f"{FOLDER}/templates"
WORDINGS = "wordings"
"""The table of what editions show of each catalog, behind the digest of its bytes."""


def template_name(page: str) -> str:
    """Return the path of a page's template, relative to the site's root."""
    return f"{TEMPLATES}/{page}.pot"


def catalog_name(language: str, page: str) -> str:
    """Return the path of a page's catalog, relative to the site's root."""
    return f"{FOLDER}/{language}/LC_MESSAGES/{page}.po"


def memory_name(language: str) -> str:
    """Return the path of the translation memory of a language, relative to the site's root."""
    return f"{FOLDER}/memory/{language}.tmx"


class Locales:
    """Reads each file once a run; the source language has no catalogs."""

    def __init__(self, root: Path, source_language: str, state: State | None = None) -> None:
        """Prepare to read the catalogs of the site at ``root``; ``state`` knows what earlier runs saw."""
        self.root = root
        self._source_language = source_language
        self._state = state
        self._digests = Digests(root, state)
        self._catalogs: dict[str, po.Catalog | None] = {}
        self._wordings: dict[str, Wording] = {}

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file below the root, None where there is none.

        Raises CatalogError for one that cannot be read: its words would seem never to have been written.
        """
        with _readable(name):
            return self._digests.read(name)

    def glance(self, name: str) -> bytes | None:
        """Return what :meth:`read` does of a file that nobody asks for again; nothing is kept of it."""
        with _readable(name):
            return read_bytes(f"{self.root}/{name}")

    def key(self, name: str) -> str:
        """Return a digest of the bytes of a file below the root, nothing where there is none.

        Raises CatalogError as :meth:`read` does.
        """
        with _readable(name):
            return self._digests.of(name)

    def wrote(self, name: str, content: bytes) -> None:
        """Remember that a file has been written since it was read."""
        self._digests.wrote(name, content)
        self._let_go(name)

    def forget(self, name: str) -> None:
        """Let a file be read again: somebody else has written it."""
        self._digests.forget(name)
        self._let_go(name)

    def _let_go(self, name: str) -> None:
        self._catalogs.pop(name, None)
        self._wordings.pop(name, None)

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

    def wording(self, language: str, page: str) -> Wording | None:
        """Return the words of a catalog, looked up if it stands as a run before has read or written it.

        None for the source language; raises CatalogError for a damaged catalog.
        """
        if language == self._source_language:
            return None
        name = catalog_name(language, page)
        if name not in self._wordings:
            self._wordings[name] = self._kept_wording(name) or self._read_wording(language, page)
        return self._wordings[name]

    def _kept_wording(self, name: str) -> Wording | None:
        kept, key = self._state.read(WORDINGS, name) if self._state else None, self.key(name).encode()
        return decode(kept[len(key) :]) if kept and key and kept.startswith(key) else None

    def _read_wording(self, language: str, page: str) -> Wording:
        catalog = self.catalog(language, page)
        words = wording_of(catalog) if catalog else Wording(catalog_name(language, page), ())
        self._keep(catalog_name(language, page), words)
        return words

    def keep_wording(self, language: str, page: str, catalog: po.Catalog, content: bytes) -> None:
        """Keep the words of a catalog that has been written as ``content``, for :meth:`wording`."""
        if words := wording_as_written(catalog, content):
            self._keep(catalog_name(language, page), words)

    def _keep(self, name: str, words: Wording) -> None:
        key = self.key(name).encode()
        if self._state and key:
            self._state.write(WORDINGS, name, key + encode(words))

    def pages(self, language: str) -> list[str]:
        """Return the names of all catalogs of a language, those of pages that are gone too."""
        files = all_files(self.root / FOLDER / language / "LC_MESSAGES")
        return sorted(name.removesuffix(".po") for name in files if name.endswith(".po"))


@contextmanager
def _readable(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise CatalogError(msg("It cannot be read: {reason}.", reason=reason), Location(name, 1)) from None


def _nothing(name: str) -> po.Catalog:
    return po.read(b'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n', name)
