"""How far each page has come in each language: how much of it is translated, and what waits longest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.catalog import Statistics
from pipeline.locales import catalog_name
from pipeline.shell import NAME as SHELL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from pipeline.config.site import Language
    from pipeline.locales import Locales
    from tolkbar.status.counts import Counts
    from tolkbar.status.waiting import Days, Waiting


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one page has come in one language; ``oldest`` is its entry that has been fuzzy longest."""

    page: str
    catalog: str
    counts: Statistics
    oldest: Waiting | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a language has come: its pages in the order of the site, the texts around them last."""

    language: Language
    pages: tuple[Standing, ...]

    @property
    def counts(self) -> Statistics:
        """Return the sums of all pages."""
        counts = [page.counts for page in self.pages]
        return Statistics(
            sum(each.translated for each in counts),
            sum(each.fuzzy for each in counts),
            sum(each.untranslated for each in counts),
            sum(each.words for each in counts),
            sum(each.words_left for each in counts),
        )

    @property
    def oldest(self) -> Waiting | None:
        """Return the entry that has been fuzzy longest, the first of several."""
        waiting = (page.oldest for page in self.pages if page.oldest)
        return min(waiting, key=lambda each: each.since, default=None)


@dataclass(frozen=True, slots=True)
class Survey:
    """Goes through the catalogs of ``pages``; those that are ``unwritten`` stand so in no file yet."""

    pages: Collection[str]
    locales: Locales
    unwritten: Collection[str]
    counts: Counts
    days: Days
    tick: Callable[[], None] = lambda: None

    def of(self, languages: Iterable[Language]) -> tuple[Progress, ...]:
        """Return how far ``languages`` have come; ``tick`` is called for every catalog.

        Raises CatalogError for a damaged one.
        """
        return tuple(
            Progress(language, tuple(self._standing(language.tag, page) for page in (*self.pages, SHELL)))
            for language in languages
        )

    def _standing(self, tag: str, page: str) -> Standing:
        name = catalog_name(tag, page)
        counts = self.counts.of(tag, page)
        catalog = self.locales.catalog(tag, page) if counts.fuzzy else None
        self.tick()
        if catalog is None:
            self.days.forget(name)
            return Standing(page, name, counts, None)
        return Standing(page, name, counts, self.days.oldest(catalog, is_written=name not in self.unwritten))
