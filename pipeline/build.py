"""All editions of a site → a candidate; only what has changed is made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from pipeline.assets import copy_shared, shared_files
from pipeline.editions import heads_key, named_key, plan_editions, texts_of
from pipeline.files import (
    CANDIDATE,
    FRONT,
    SITEMAP,
    START,
    all_files,
    refuse_link,
    remove_empty_folders,
    remove_links,
    stamp,
    write,
)
from pipeline.locales import catalog_name
from pipeline.shell import NAME as SHELL
from pipeline.state import FORMAT, digest
from pipeline.trace import Origin, dump
from pipeline.translate import Translator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pipeline.files import Stamp
    from pipeline.locales import Locales
    from pipeline.render.edition import Edition
    from pipeline.segment.model import Segmented
    from pipeline.site import Source
    from pipeline.state import State
    from pipeline.translate import Translation

TRACES = "traces"
HEADS = ""
"""Where the table of the candidate's files says what all pages were called: no file has this name."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: pages by language, and how many of all were made anew."""

    pages: Mapping[str, int]
    made: int


def build(source: Source, locales: Locales, state: State, tick: Callable[[], None] = lambda: None) -> Built:
    """Bring the candidate of ``source`` up to date; ``tick`` is called for every page.

    Raises SourceError, CatalogError or PublishError; the candidate is then unfinished, and the next
    run goes on with it.
    """
    editions = plan_editions(source, locales, state)
    run = _Run(source, locales, state, editions)
    for folder in (run.candidate, *(run.candidate / tag for tag in editions)):
        refuse_link(folder)
    if run.candidate.is_dir():
        remove_links(run.candidate)
    run.pages(tick)
    run.shared()
    return Built({tag: len(edition.heads) for tag, edition in editions.items()}, run.made)


class _Run:
    """One build: what it shares between pages, and what it has found or made."""

    def __init__(
        self, source: Source, locales: Locales, state: State, editions: Mapping[str, Edition]
    ) -> None:
        self.source, self.locales, self.editions = source, locales, editions
        self.candidate = source.site.root / CANDIDATE
        self.state = state
        self.known = state.table("candidate")
        self.files: set[str] = set()
        self.made = 0
        self.heads = heads_key(editions)
        self.stand_as_before = self.known.get(HEADS) == self.heads
        self.keys = {tag: self.shell_key(edition) for tag, edition in editions.items()}

    def shell_key(self, edition: Edition) -> str:
        """Return a digest of what all pages of an edition show, whatever they say themselves."""
        site, catalog = self.source.site, self.locales.catalog_key(edition.tag, SHELL)
        named = named_key(edition, self.editions, START, (*site.menu, *site.footer))
        return digest(str(FORMAT), self.source.shared_key, named, catalog)

    def pages(self, tick: Callable[[], None]) -> None:
        """Make the pages of all editions that do not stand there already."""
        if not self.stand_as_before:
            self.known.pop(HEADS, None)  # until all pages are made, none may be believed to know the others
        for edition in self.editions.values():
            for page in edition.heads:
                self.page(edition, page)
                tick()
        self.known[HEADS] = self.heads

    def page(self, edition: Edition, page: str) -> None:
        """Make a page of an edition unless it stands there as these inputs would make it."""
        name = f"{edition.tag}/{edition.heads[page].path}"
        if not self.is_current(name, self.page_key(edition, page), self.named(name, edition, page)):
            stamp = self.make(edition, self.source.page(page), name)
            self.keep(name, self.page_key(edition, page), stamp, self.named_by(edition, page))
        self.files.add(name)

    def page_key(self, edition: Edition, page: str) -> str:
        catalog = self.locales.catalog_key(edition.tag, page)
        return f"{self.keys[edition.tag]} {self.source.keys[page]} {catalog}"

    def named(self, name: str, edition: Edition, page: str) -> str:
        """Return :meth:`named_by`, looked up where every page is called what it was called before."""
        known = self.known.get(name)
        return known[1] if known and self.stand_as_before else self.named_by(edition, page)

    def named_by(self, edition: Edition, page: str) -> str:
        """Return a digest of what a page says of itself in other editions, and of the pages it links to."""
        return named_key(edition, self.editions, page, self.source.outline(page).links)

    def make(self, edition: Edition, page: Segmented, name: str) -> Stamp:
        """Make a page; return the stamp of its file."""
        from pipeline.render.page import render_page  # noqa: PLC0415 - nothing new needs no templates

        texts = texts_of(page, Translator(self.locales.wording(edition.tag, page.page)), edition.tag)
        rendered = render_page(page, texts, edition, self.editions)
        origins = self.origins(edition, page, texts)
        self.state.write(TRACES, name, dump(rendered.places, origins, rendered.html))
        self.made += 1
        return write(self.candidate / name, rendered.html.encode())

    def origins(self, edition: Edition, page: Segmented, texts: Sequence[Translation]) -> list[Origin]:
        """Return the sources of an edition page, in the order of their numbers in its trace."""
        translated = edition.tag != edition.site.language
        lines = {number: text.line for number, text in enumerate(texts, 1) if text.line}
        own = Origin(
            page.page, page.source, catalog_name(edition.tag, page.page) if translated else None, lines
        )
        shell = catalog_name(edition.tag, SHELL) if translated else None
        return [own, *(Origin(SHELL, path, shell, edition.shell_lines) for path in edition.sources)]

    def shared(self) -> None:
        """Bring what pages share: pictures, documents, style sheets, the sitemap, the page in front."""
        source = self.source
        shared = shared_files(source.site.root, list(source.documents.values()))
        own = source.site.language
        shown = [own, *(tag for tag, edition in self.editions.items() if edition.heads and tag != own)]
        self.files |= {SITEMAP, *(f"{language}/{name}" for language in shown for name in shared)}
        if any(START in edition.heads for edition in self.editions.values()):
            self.files.add(FRONT)
        self.remove_others()  # first: a folder may take a file's place
        copy_shared(shared, self.candidate, shown)
        self.sitemap()
        self.front()

    def sitemap(self) -> None:
        updated = {page: self.source.outline(page).updated for page in self.source.files}
        key = digest(self.heads, self.source.shared_key, msgspec.msgpack.encode(updated))
        if not self.is_current(SITEMAP, key):
            from pipeline.sitemap import sitemap  # noqa: PLC0415 - nothing new needs no XML

            self.keep(SITEMAP, key, write(self.candidate / SITEMAP, sitemap(self.editions, updated)))

    def front(self) -> None:
        key = digest(self.heads, self.source.shared_key)
        if FRONT in self.files and not self.is_current(FRONT, key):
            from pipeline.front import front_page  # noqa: PLC0415 - as above

            self.keep(FRONT, key, write(self.candidate / FRONT, front_page(self.editions).encode()))

    def is_current(self, name: str, key: str, named: str = "") -> bool:
        """Tell whether a file of the candidate is what its keys made, and nobody has touched it since."""
        known = self.known.get(name)
        return known is not None and known == [key, named, *stamp(f"{self.candidate}/{name}")]

    def keep(self, name: str, key: str, stamp: Stamp, named: str = "") -> None:
        """Remember what made a file, and how it stands there now."""
        self.known[name] = [key, named, *stamp]

    def remove_others(self) -> None:
        """Remove from the candidate what no page or record asks for any more."""
        for name in set(all_files(self.candidate)) - self.files:
            (self.candidate / name).unlink()
            self.state.forget(TRACES, name)
        remove_empty_folders(self.candidate)
        for name in self.known.keys() - self.files - {HEADS}:
            del self.known[name]
