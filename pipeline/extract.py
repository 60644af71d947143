"""Source → catalogs: writes the templates, and merges what translators have written into new catalogs.

Two passes, because a paragraph may move between pages: first every page's template, then every
catalog.  A page whose files are as the last run left them is not opened at all.
"""

from __future__ import annotations

import weakref
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from pipeline import po, tmx
from pipeline.catalog import Changes, Memory, Origin, merge, template
from pipeline.files import all_files, stamp, write
from pipeline.holdings import Holdings
from pipeline.locales import TEMPLATES, catalog_name, memory_name, template_name
from pipeline.shell import NAME as SHELL
from pipeline.state import FORMAT, digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pipeline.locales import Locales
    from pipeline.segment.model import Unit
    from pipeline.site import Source
    from pipeline.state import State

    CatalogsAndTemplates = Iterator[tuple[po.Catalog, po.Catalog | None]]


class Merged(NamedTuple):
    """A catalog's new text, and what changed in it."""

    language: str
    page: str
    catalog: po.Catalog
    content: bytes
    changes: Changes


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
    merged = run.merge_all()
    run.write_templates()
    run.write_catalogs(merged)
    run.remove_templates()
    run.remember(merged)
    return {tag: [one.changes for one in merged.values() if one.language == tag] for tag in run.languages}


def pending(source: Source, locales: Locales, state: State) -> dict[str, bytes]:
    """Return the catalogs that :func:`extract` would write now, by their path; none is written.

    Raises SourceError and CatalogError as it does.
    """
    run = _Run(source, locales, state)
    return {name: one.content for name, one in run.merge_all().items()}


class _Run:
    """One extraction: the templates it has made, and what the last run knew."""

    def __init__(self, source: Source, locales: Locales, state: State) -> None:
        self.source, self.locales, self.state = source, locales, state
        self.languages = [language.tag for language in source.site.languages[1:]]
        self.pages = (*source.files, SHELL)
        self.templates: dict[str, po.Catalog] = {}
        self.known = state.table("extracted")
        self.holdings = {tag: Holdings(tag, locales, state) for tag in self.languages}
        own: _Run = weakref.proxy(self)  # a memory that held the run would keep all of it from going
        self.memories = {
            tag: Memory(
                partial(_Run.catalogs, own, tag),
                partial(_Run.elsewhere, own, tag),
                partial(_Run.holding, own, tag),
            )
            for tag in self.languages
        }
        self.origin = Origin(source.site.name, source.site.address, datetime.now(UTC))
        memories = (locales.key(memory_name(tag)) for tag in self.languages)
        self.site = digest(str(FORMAT), self.origin.project, self.origin.report_to, *memories)
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
            if content != self.locales.glance(made.path):
                write(self.locales.root / made.path, content)
            self.locales.forget(made.path)

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

    def merge_all(self) -> dict[str, Merged]:
        """Merge every catalog that may change; return those that did, by their paths."""
        # All merges see the catalogs as translators left them: none depends on the order of pages.
        merged = [self.merge(page, tag) for tag in self.languages for page in self.catalog_pages(tag)]
        return {catalog_name(one.language, one.page): one for one in merged if one}

    def catalog_pages(self, language: str) -> list[str]:
        """Return the pages that have or shall have a catalog; those that are gone come last."""
        return [*self.pages, *sorted(set(self.locales.pages(language)) - set(self.pages))]

    def write_catalogs(self, merged: dict[str, Merged]) -> None:
        """Write catalogs by their path, once no fault of the site can stop the run any more.

        One that somebody has saved since it was read is ``merged`` again, with what was saved.
        """
        if not merged:
            return
        from pipeline.saving import write_catalogs  # noqa: PLC0415 - most runs write none

        seen: set[str] = set()

        def made(name: str) -> tuple[bytes | None, bytes] | None:
            if name in seen:
                self.merge_again(name, merged)
            seen.add(name)
            return (self.locales.read(name), merged[name].content) if name in merged else None

        write_catalogs(self.locales.root, tuple(merged), made)
        for name, one in merged.items():
            self.locales.wrote(name, one.content)
            self.locales.keep_wording(one.language, one.page, one.catalog, one.content)

    def merge_again(self, name: str, merged: dict[str, Merged]) -> None:
        """Merge a catalog with what somebody has saved in it; take it out of ``merged`` if that is all."""
        self.locales.forget(name)
        before = merged.pop(name)
        if one := self.merge(before.page, before.language):
            merged[name] = one

    def merge(self, page: str, language: str) -> Merged | None:
        """Return a merged catalog, None where nothing changed in it."""
        if page in self.pages and page not in self.changed:
            return None
        name = catalog_name(language, page)
        exists = self.locales.read(name) is not None
        old = self.locales.catalog(language, page) if exists else None
        wanted = self.template_for(page, language)
        result = merge(wanted, old, language, self.memories[language], path=name, origin=self.origin)
        if not result.changed:
            return None
        content = po.write(result.catalog).encode()
        return Merged(language, page, result.catalog, content, result.changes)

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

    def catalogs(self, language: str, pages: list[str] | None = None) -> CatalogsAndTemplates:
        """Yield every catalog of a language, or those of ``pages``, with the template that its page has now.

        The template is None for a page that is gone.
        """
        for page in self.locales.pages(language) if pages is None else pages:
            catalog = self.locales.catalog(language, page)
            if catalog:
                yield catalog, self.template(page) if page in self.pages else None

    def holding(self, language: str, key: po.Key) -> CatalogsAndTemplates | None:
        """Yield the catalogs that may have ``key`` translated, as :meth:`catalogs` does; None for all."""
        pages = self.holdings[language].pages(key)
        return None if pages is None else self.catalogs(language, pages)

    def elsewhere(self, language: str) -> list[po.Entry]:
        """Return what the translation memory of a language holds; raise CatalogError for a damaged one."""
        name = memory_name(language)
        content = self.locales.read(name)
        if content is None:
            return []
        said = tmx.read(content, name).translations(self.source.site.language, language)
        return [po.Entry(one.source, one.target, one.context) for one in said]

    def remove_templates(self) -> None:
        """Remove the templates of pages that are gone: nobody has written anything in them."""
        folder = self.locales.root / TEMPLATES
        wanted = {f"{page}.pot" for page in self.pages}
        for name in all_files(folder):
            if name.endswith(".pot") and name not in wanted:
                (folder / name).unlink()

    def remember(self, merged: dict[str, Merged]) -> None:
        """Note how this run leaves the files of pages that changed; forget pages that are gone."""
        for tag in self.languages:
            self.note_holdings(tag, merged)
        for page in self.gone:
            del self.known[page]
            self.source.forget(page)
        self.known.update({page: self.key(page) for page in self.changed})

    def note_holdings(self, language: str, merged: dict[str, Merged]) -> None:
        """Note which translations the catalogs hold that this run has read or written."""
        holdings, pages = self.holdings[language], self.catalog_pages(language)
        for page in pages:
            if page in self.changed or page not in self.pages:
                one = merged.get(catalog_name(language, page))
                catalog = one.catalog if one else self.locales.catalog(language, page)
                if catalog:
                    holdings.note(page, catalog)
                if one is None:  # its words are kept, as those of written catalogs are: no build reads it
                    self.locales.wording(language, page)
        holdings.forget_others(pages)


def _entry(unit: Unit) -> po.Entry:
    return po.Entry(unit.msgid, msgctxt=unit.context, extracted=unit.notes, references=(unit.source,))
