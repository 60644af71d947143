"""The candidate brought up to date, again and again in one process.

Between two makings only what is pure is kept: loaded modules, and caches whose keys are what they were
made from.  Files, settings and catalogs are read anew each time, so that nothing can be out of date.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline import swap
from pipeline.build import build
from pipeline.config import load_site
from pipeline.editions import plan_editions
from pipeline.extract import extract
from pipeline.files import only_run, stamp
from pipeline.locales import Locales
from pipeline.shell import NAME as SHELL
from pipeline.site import Source, load_source
from pipeline.state import State
from tolkbar.status.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from pipeline.catalog import Statistics
    from pipeline.render.edition import Edition

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Made:
    """A candidate as it stands, and what it was made from.

    ``revision`` counts the makings; ``counts`` tells by language and page how far a catalog has come;
    ``written`` are the catalogs that the making itself wrote, as they stood then.
    """

    revision: int
    source: Source
    locales: Locales
    editions: Mapping[str, Edition]
    counts: Mapping[tuple[str, str], Statistics]
    written: Mapping[str, Stamp]
    made: int

    @property
    def root(self) -> Path:
        """The site's root."""
        return self.source.site.root

    @property
    def language(self) -> str:
        """The language of the source."""
        return self.source.site.language

    def page_at(self, path: str) -> tuple[str, str] | None:
        """Return language and name of the page that stands at ``path`` in the candidate."""
        tag, _, own = path.partition("/")
        edition = self.editions.get(tag)
        heads = edition.heads.items() if edition else ()
        return next(((tag, page) for page, head in heads if head.path == own), None)

    def path_of(self, language: str, page: str) -> str | None:
        """Return where a page stands in the candidate; None where that edition lacks it."""
        edition = self.editions.get(language)
        head = edition.heads.get(page) if edition else None
        return f"{language}/{head.path}" if head else None


def make(root: Path, revision: int, tick: Callable[[], None] = lambda: None) -> Made:
    """Extract and build the site at ``root`` as ``tolkbar check`` does; hold its lock only so long.

    ``tick`` is called for every page; what it raises stops the work, and the next making goes on with it.
    Raises TolkbarError for a site that cannot be made, and PublishError where another run holds the lock.
    """
    settings = load_site(root)
    with only_run(root):
        swap.recover(root)
        with State(root) as state:
            source = load_source(settings, state)
            locales = _Watched(root, settings.language)
            extract(source, locales, state, tick)
            built = build(source, locales, state, tick)
            editions = plan_editions(source, locales, state)
            counts = dict(_counts(source, locales, state))
            _ = source.shell, source.contents  # read while the store is open
    return Made(revision, source, locales, editions, counts, locales.written, built.made)


def _counts(source: Source, locales: Locales, state: State) -> Iterator[tuple[tuple[str, str], Statistics]]:
    known = Counts(locales, state)
    for language in source.site.languages[1:]:
        for page in (*source.files, SHELL):
            yield (language.tag, page), known.of(language.tag, page)


class _Watched(Locales):
    """Notes which catalogs are written, so that nobody takes that for a person's change."""

    def __init__(self, root: Path, source_language: str) -> None:
        super().__init__(root, source_language)
        self.written: dict[str, Stamp] = {}

    def wrote(self, name: str, content: bytes) -> None:
        super().wrote(name, content)
        self.written[name] = stamp(f"{self.root}/{name}")
