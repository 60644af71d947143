"""All editions of a site → a candidate; only what has changed is made again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.assets import copy_shared, shared_files
from pipeline.editions import heads_key, plan_editions, texts_of
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
    for edition in editions.values():
        for page in edition.heads:
            run.page(edition, page)
            tick()
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
        shells = (locales.catalog_key(tag, SHELL) for tag in editions)
        self.key = digest(str(FORMAT), source.shared_key, heads_key(editions), *shells)

    def page(self, edition: Edition, page: str) -> None:
        """Make a page of an edition unless it stands there as these inputs would make it."""
        name = f"{edition.tag}/{edition.heads[page].path}"
        key = f"{self.key} {self.source.keys[page]} {self.locales.catalog_key(edition.tag, page)}"
        if not self.is_current(name, key):
            self.keep(name, key, self.make(edition, self.source.page(page), name))
        self.files.add(name)

    def make(self, edition: Edition, page: Segmented, name: str) -> Stamp:
        """Make a page; return the stamp of its file."""
        from pipeline.render.page import render_page  # noqa: PLC0415 - nothing new needs no templates

        texts = texts_of(page, Translator(self.locales.catalog(edition.tag, page.page)), edition.tag)
        rendered = render_page(page, texts, edition, self.editions)
        self.state.write(TRACES, name, dump(rendered.places, self.origins(edition, page, texts)))
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
        key = digest(self.key, *source.keys.values())
        if not self.is_current(SITEMAP, key):
            from pipeline.sitemap import sitemap  # noqa: PLC0415 - as above

            updated = {page: source.page(page).updated for page in source.files}
            self.keep(SITEMAP, key, write(self.candidate / SITEMAP, sitemap(self.editions, updated)))
        if FRONT in self.files and not self.is_current(FRONT, self.key):
            from pipeline.front import front_page  # noqa: PLC0415 - as above

            front = front_page(self.editions).encode()
            self.keep(FRONT, self.key, write(self.candidate / FRONT, front))

    def is_current(self, name: str, key: str) -> bool:
        """Tell whether a file of the candidate is what ``key`` made, and nobody has touched it since."""
        known = self.known.get(name)
        return known is not None and known == [key, *stamp(f"{self.candidate}/{name}")]

    def keep(self, name: str, key: str, stamp: Stamp) -> None:
        """Remember what made a file, and how it stands there now."""
        self.known[name] = [key, *stamp]

    def remove_others(self) -> None:
        """Remove from the candidate what no page or record asks for any more."""
        for name in set(all_files(self.candidate)) - self.files:
            (self.candidate / name).unlink()
            self.state.forget(TRACES, name)
        remove_empty_folders(self.candidate)
        for name in set(self.known) - self.files:
            del self.known[name]
