"""The catalogs of a site as they stand on disk, each read again only when its file has changed."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checks.subjects import Catalog
from checks.subjects.glossary import glossary_near
from pipeline.digests import sight
from pipeline.errors import TolkbarError
from pipeline.files import all_files
from pipeline.locales import FOLDER, Locales, catalog_name
from pipeline.model import Policy
from pipeline.shell import NAME as SHELL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pipeline.config import Site
    from pipeline.digests import Sight


class Shelf:
    """Hands out the catalogs of ``site``; a newer one, saved by whomever, takes the place of an older."""

    def __init__(self, site: Site) -> None:
        """Prepare to read; nothing is read yet."""
        self.site = site
        self._policies = {language.tag: language.policy for language in site.languages[1:]}
        self._read: dict[str, tuple[Sight, Catalog]] = {}

    def catalog(self, language: str, page: str) -> Catalog | None:
        """Return the catalog of ``page``, None where there is none; raise CatalogError for a damaged one."""
        if not self._has_place(language, page):
            return None
        name = catalog_name(language, page)
        now = sight(f"{self.site.root}/{name}")
        known = self._read.get(name)
        if known and known[0] == now:
            return known[1]
        content = Locales(self.site.root, self.site.language).read(name)
        if content is None:
            return None
        policy = Policy.BLOCK if page == SHELL else self._policies[language]
        glossary = glossary_near(self.site.root / name)
        catalog = Catalog.read(content, name, policy, self.site.language, glossary)
        self._read[name] = now, catalog
        return catalog

    def catalogs(self, language: str) -> Iterator[Catalog]:
        """Yield all catalogs of ``language`` that can be read; what is wrong with others the gate says."""
        for name in sorted(all_files(self.site.root / FOLDER / language / "LC_MESSAGES")):
            try:
                catalog = self.catalog(language, name.removesuffix(".po")) if name.endswith(".po") else None
            except TolkbarError:
                continue
            if catalog is not None:
                yield catalog

    def _has_place(self, language: str, page: str) -> bool:
        """Tell whether the site has a place for a catalog of ``page`` in ``language``."""
        steps = PurePosixPath(page)
        is_below = not steps.is_absolute() and ".." not in steps.parts and "\0" not in page
        return language in self._policies and is_below
