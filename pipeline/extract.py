"""Source → catalogs: writes the templates, and merges what translators have written into new catalogs.

Two passes, because a paragraph may move between pages: first every page's template, then every
catalog.  A page whose files are as the last run left them is not opened at all.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline import po
from pipeline.catalog import Changes, Memory, Origin, merge, template
from pipeline.files import all_files, replace_all, stamp, write
from pipeline.locales import TEMPLATES, catalog_name, template_name
from pipeline.shell import NAME as SHELL
from pipeline.site import PAGES
from pipeline.state import FORMAT, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pipeline.locales import Locales
    from pipeline.segment.model import Unit
    from pipeline.site import Source
    from pipeline.state import State

Merged = tuple[str, bytes, Changes]
"""A catalog's path, its new text, and what changed in it."""


def extract(
    source: Source, locales: Locales, state: State, tick: Callable[[], None] = lambda: None
) -> dict[str, list[Changes]]:
    """Bring templates and catalogs up to date with ``source``; return the changes by language.

    Files that say already what they should are not touched.  The catalog of a page that is gone
    stays, its entries obsolete; its template goes.  Raises SourceError for a page that cannot be read
    and CatalogError for a damaged catalog; either leaves every file as it is.
    """
    run = _Run(source, locales, state)
    for page in run.pages:
        if page in run.changed:
            run.template(page)
        tick()
    merged = {tag: run.merge_all(tag) for tag in run.languages}
    run.write_templates()
    run.write_catalogs({name: content for catalogs in merged.values() for name, content, _ in catalogs})
    run.remove_templates()
    run.remember()
    return {tag: [changes for _, _, changes in catalogs] for tag, catalogs in merged.items()}


def pending(source: Source, locales: Locales, state: State) -> dict[str, bytes]:
    """Return the catalogs that :func:`extract` would write now, by their path; none is written.

    Raises SourceError and CatalogError as it does.
    """
    run = _Run(source, locales, state)
    return {name: content for tag in run.languages for name, content, _ in run.merge_all(tag)}


class _Run:
    """One extraction: the templates it has made, and what the last run knew."""

    def __init__(self, source: Source, locales: Locales, state: State) -> None:
        self.source, self.locales, self.state = source, locales, state
        self.languages = [language.tag for language in source.site.languages[1:]]
        self.pages = (*source.files, SHELL)
        self.templates: dict[str, po.Catalog] = {}
        self.known = state.table("extracted")
        self.origin = Origin(source.site.name, source.site.address, datetime.now(UTC))
        self.site = digest(str(FORMAT), self.origin.project, self.origin.report_to)
        self.changed = {page for page in self.pages if self.known.get(page) != self.key(page)}
        self.gone = set(self.known) - set(self.pages)

    def key(self, page: str) -> str:
        """Return what a page's catalogs come from, and how its template stands there."""
        own = self.source.shared_key if page == SHELL else self.source.keys[page]
        catalogs = (self.locales.catalog_key(tag, page) for tag in self.languages)
        template = stamp(f"{self.locales.root}/{template_name(page)}")
        return " ".join((self.site, own, *map(str, template), *catalogs))

    def write_templates(self) -> None:
        """Write the templates of pages that have changed."""
        for page in (page for page in self.pages if page in self.changed):
            made = self.template(page)
            content = po.write(made).encode()
            if content != self.locales.read(made.path):
                write(self.locales.root / made.path, content)
            self.locales.wrote(made.path, content)

    def template(self, page: str) -> po.Catalog:
        """Return the template of a page, from its source if that has changed, else as it is on disk."""
        if page not in self.templates:
            name = template_name(page)
            content = None if page in self.changed else self.locales.read(name)
            self.templates[page] = po.read(content, name) if content else self.new_template(page)
        return self.templates[page]

    def new_template(self, page: str) -> po.Catalog:
        units = self.source.shell if page == SHELL else self.source.page(page).units
        return template(template_name(page), map(_entry, units), self.origin.project, self.origin.report_to)

    def merge_all(self, language: str) -> list[Merged]:
        """Merge every catalog of a language that may change; return those that did."""
        memory = Memory(lambda: self.catalogs(language))
        gone = set(self.locales.pages(language)) - set(self.pages)
        # All merges see the catalogs as translators left them: none depends on the order of pages.
        merged = [self.merge(page, language, memory) for page in (*self.pages, *sorted(gone))]
        return list(filter(None, merged))

    def write_catalogs(self, contents: Mapping[str, bytes]) -> None:
        """Write catalogs by their path, once no fault of the site can stop the run any more."""
        replace_all({self.locales.root / name: content for name, content in contents.items()})
        for name, content in contents.items():
            self.locales.wrote(name, content)

    def merge(self, page: str, language: str, memory: Memory) -> Merged | None:
        """Return a merged catalog, None where nothing changed in it."""
        if page in self.pages and page not in self.changed:
            return None
        name = catalog_name(language, page)
        exists = self.locales.read(name) is not None
        old = self.locales.catalog(language, page) if exists else None
        wanted = self.template_for(page, language)
        result = merge(wanted, old, language, memory, path=name, origin=self.origin)
        return (name, po.write(result.catalog).encode(), result.changes) if result.changed else None

    def template_for(self, page: str, language: str) -> po.Catalog:
        """Return what of a page's template is for ``language`` (ITS Locale Filter).

        Of a page that is gone, nothing is.
        """
        if page not in self.pages:
            return template(template_name(page), (), self.origin.project, self.origin.report_to)
        if page == SHELL:
            return self.template(page)
        units = self.source.page(page).units
        if all(unit.is_for(language) for unit in units):
            return self.template(page)
        kept = (_entry(unit) for unit in units if unit.is_for(language))
        return template(template_name(page), kept, self.origin.project, self.origin.report_to)

    def catalogs(self, language: str) -> Iterator[tuple[po.Catalog, po.Catalog | None]]:
        """Yield every catalog of a language with the template it has now, None for a page that is gone."""
        for page in self.locales.pages(language):
            catalog = self.locales.catalog(language, page)
            if catalog:
                yield catalog, self.template(page) if page in self.pages else None

    def remove_templates(self) -> None:
        """Remove the templates of pages that are gone: nobody has written anything in them."""
        folder = self.locales.root / TEMPLATES
        wanted = {f"{page}.pot" for page in self.pages}
        for name in all_files(folder):
            if name.endswith(".pot") and name not in wanted:
                (folder / name).unlink()

    def remember(self) -> None:
        """Note how this run leaves the files of pages that changed; forget pages that are gone."""
        for page in self.gone:
            del self.known[page]
            self.state.forget(PAGES, page)
        self.known.update({page: self.key(page) for page in self.changed})


def _entry(unit: Unit) -> po.Entry:
    return po.Entry(unit.msgid, msgctxt=unit.context, extracted=unit.notes, references=(unit.source,))
