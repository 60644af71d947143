"""The candidate brought up to date, again and again in one process.

Between two makings only what is pure is kept: loaded modules, and caches whose keys are what they were
made from.  Files, settings and catalogs are read anew each time, so that nothing can be out of date.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline import swap
from pipeline.build import build
from pipeline.digests import Digests
from pipeline.editions import plan_editions
from pipeline.extract import extract
from pipeline.files import only_run, read_bytes
from pipeline.locales import Locales, catalog_name
from pipeline.records import settings_of
from pipeline.segment.walk import segment
from pipeline.shell import NAME as SHELL
from pipeline.site import Source, load_source
from pipeline.source.document import read_document
from pipeline.state import State
from tolkbar.status.counts import Counts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from pipeline.catalog import Statistics
    from pipeline.render.edition import Edition
    from pipeline.segment.model import Segmented, Unit
    from tolkbar.preview.view import View


@dataclass(frozen=True, slots=True)
class Made:
    """A candidate as it stands, and what it was made from.

    ``revision`` counts the makings; ``counts`` tells by language and page how far a catalog has come;
    ``digests`` knows the pages and catalogs that it was made from, by their path; ``views`` is what somebody
    has looked at.  The store that ``source`` was read with is closed: what it has not read yet, it cannot.
    """

    revision: int
    source: Source
    editions: Mapping[str, Edition]
    counts: Mapping[tuple[str, str], Statistics]
    digests: Mapping[str, str]
    made: int
    views: dict[tuple[str, str], View] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Path:
        """The site's root."""
        return self.source.site.root

    @property
    def language(self) -> str:
        """The language of the source."""
        return self.source.site.language

    def units(self, page: str) -> Sequence[Unit]:
        """Return the units of a page, or of the shell; none of a page that is not there."""
        if page == SHELL:
            return self.source.shell
        return self.segmented(page).units if page in self.source.files else ()

    def segmented(self, page: str) -> Segmented:
        """Return a page taken apart; raise SourceError where it has become none since."""
        file = self.source.files[page]
        return segment(read_document(file, read_bytes(file.path) or b""))

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


def make(
    root: Path,
    revision: int,
    tick: Callable[[], None] = lambda: None,
    show: Callable[[Made], None] = lambda _: None,
) -> Made:
    """Build and extract the site at ``root`` as ``tolkbar check`` does; hold its lock only so long.

    To find what a new sentence was before may mean to read all catalogs.  So the editions are built first,
    and ``show`` is called with them; where the catalogs have changed then, they are built again as the
    next revision.  ``tick`` is called for every page; what it raises stops the work, and the next making
    goes on with it.
    Raises TolkbarError for a site that cannot be made, and PublishError where another run holds the lock.
    """
    with only_run(root):
        swap.recover(root)
        with State(root) as state:
            source = load_source(settings_of(root, state), state)
            locales = Locales(root, source.site.language, state)
            made = _built(source, locales, state, revision, tick)
            show(made)
            changes = extract(source, locales, state, tick)
            if not any(changes.values()):
                return made
            return _built(source, locales, state, revision + 1, tick)


def _built(source: Source, locales: Locales, state: State, revision: int, tick: Callable[[], None]) -> Made:
    built = build(source, locales, state, tick)
    editions = plan_editions(source, locales, state)
    counts = dict(_counts(source, locales, state))
    _ = source.shell  # read while the store is open
    return Made(revision, source, editions, counts, dict(_digests(source, locales)), built.made)


def has_changed(made: Made, path: str) -> bool:
    """Tell whether a file, named from the site's root, is not as it was when the candidate was made."""
    try:
        return Digests(made.root, None).of(path) != made.digests.get(path)
    except OSError:  # whoever makes the site will say so
        return True


def _digests(source: Source, locales: Locales) -> Iterator[tuple[str, str]]:
    for page, file in source.files.items():
        yield file.name, source.keys[page]
    for language in source.site.languages[1:]:
        for page in (*source.files, SHELL):
            yield catalog_name(language.tag, page), locales.catalog_key(language.tag, page)


def _counts(source: Source, locales: Locales, state: State) -> Iterator[tuple[tuple[str, str], Statistics]]:
    known = Counts(locales, state)
    for language in source.site.languages[1:]:
        for page in (*source.files, SHELL):
            yield (language.tag, page), known.of(language.tag, page)
