"""Who judges pages and catalogs by themselves: rules and sites, in one process or in each of several."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.witness import digest
from checks.engine import Engine
from checks.hearing.testimony import Testimony
from checks.subjects.catalog import Catalog
from checks.subjects.links import SitePage
from checks.subjects.page import Page
from checks.subjects.page_file import PageFile
from checks.subjects.site import Site
from checks.subjects.wordings import Catalogs, wordings_of
from pipeline.errors import DefectError, LimitError, TolkbarError
from pipeline.model import Location, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checks.model import AnyRule
    from checks.subjects.catalog_file import CatalogFile
    from checks.subjects.wordings import Wordings

_CALLS: Final = 10_000  # within calls


class Case(NamedTuple):
    """One page to judge: the number of its site, its path there, and what it may cost (bytes)."""

    site: int
    path: str
    cost: int = 0


class CatalogCase(NamedTuple):
    """One catalog to judge, and what it may cost, in bytes of a page that takes as long."""

    file: CatalogFile
    cost: int = 0


AnyCase = Case | CatalogCase


class Court:
    """The rules in force, the sites whose pages they judge, and catalogs; it can be sent to another process.

    ``facts`` says whether anybody asks what a page says to the others, ``contacts`` whether they ask how
    to reach somebody, too.  ``order`` are the rules on pages, as they are asked;
    others are those on pages among the others, on sites, on catalogs and on all catalogs of a language.
    ``wordings`` fills while catalogs are heard.
    """

    def __init__(
        self,
        rules: Sequence[AnyRule],
        sites: Sequence[Site],
        *,
        facts: bool = True,
        contacts: bool = True,
    ) -> None:
        """Know what to judge by; nothing is judged yet."""
        self.rules = tuple(rules)
        self.sites = tuple(sites)
        self.wordings: dict[CatalogFile, Wordings] = {}
        self.facts = facts
        self.contacts = contacts
        self._engine = Engine(rules, lambda _: None)
        self.order = (*self._engine.on(PageFile), *self._engine.on(Page))
        self.order_beside = tuple(self._engine.on(SitePage))
        self.order_whole = tuple(self._engine.on(Site))
        self.order_catalog = tuple(self._engine.on(Catalog))
        self.order_together = tuple(self._engine.on(Catalogs))

    def __reduce__(self) -> tuple[object, ...]:
        """Return what makes the same court in another process."""
        return _court, (self.rules, self.sites, self.facts, self.contacts)

    def name(self, case: AnyCase) -> str:
        """Return the subject's name for people."""
        return case.file.path if isinstance(case, CatalogCase) else self.sites[case.site].shown(case.path)

    def hear(self, case: AnyCase) -> Testimony:
        """Judge one page or catalog; raises ``TolkbarError`` for one that is there and cannot be read."""
        if isinstance(case, CatalogCase):
            return self._hear_catalog(case.file)
        return self._hear_page(case.site, case.path)

    def together(self, language: str, several: Iterable[Wordings], words: frozenset[str]) -> Testimony:
        """Judge the catalogs of one language together; ``words`` are spelt right."""
        subject = Catalogs(language, tuple(several), words)
        return Testimony.of(self._engine.examine(subject))

    def _hear_catalog(self, file: CatalogFile) -> Testimony:
        content = file.read()
        with naming(file.path):
            glossary = file.glossary()
            catalog = file.catalog(content, glossary)
            found = Testimony.of(self._engine.examine(catalog))
            if self.order_together and not catalog.is_template:
                found = found._replace(wordings=wordings_of(catalog))
            return found._replace(content=file.grounds(content, glossary), notes={})

    def _hear_page(self, number: int, path: str) -> Testimony:
        site = self.sites[number]
        with site.witness.listening() as notes:
            try:
                page, content = self._read(site, path)
            except LimitError as error:
                if not self._engine.judges(PageFile):
                    raise
                file = PageFile(site.shown(path), obstacle=error.message)
                return Testimony.of(self._engine.examine(file))
            if page is None:
                return Testimony()
            return self._judge(site, path, page)._replace(content=content, notes=notes)

    def beside(self, number: int, path: str) -> Testimony:
        """Judge the page ``path`` among the others, which are known; ``notes`` are those of its places."""
        site = self.sites[number]
        return self._placed(site, SitePage(site, site.pages[path]))

    def whole(self, number: int) -> Testimony:
        """Judge a site, all of whose pages are known."""
        return self._placed(self.sites[number], self.sites[number])

    def _placed(self, site: Site, subject: SitePage | Site) -> Testimony:
        site.placing.forget()
        _ = site.address  # known before any page is read once more
        found = Testimony.of(self._engine.examine(subject))
        return found._replace(notes=site.placing.notes)

    def _read(self, site: Site, path: str) -> tuple[Page | None, str | None]:
        """Return a page and the digest of its content; None where it has gone since its folder was listed."""
        shown = site.shown(path)
        with naming(shown):
            content = site.files.read(path)
            page = None if content is None else site.parse(path, content)
        if page is None and not site.whole:
            raise has_disappeared(shown)
        return page, digest(content)

    def _judge(self, site: Site, path: str, page: Page) -> Testimony:
        file = PageFile(page.path, is_empty=not page.tree.content)
        found = Testimony.of(self._engine.examine(file) + self._engine.examine(page))
        medium, facts = page.medium, None
        if self.facts:
            with naming(page.path):
                facts = site.facts_of(page, path, contacts=self.contacts)
        page.dismantle()
        return found._replace(medium=medium, facts=facts)


def _court(
    rules: Sequence[AnyRule],
    sites: Sequence[Site],
    facts: bool,  # noqa: FBT001 - as pickle passes it
    contacts: bool,  # noqa: FBT001 - as above
) -> Court:
    return Court(rules, sites, facts=facts, contacts=contacts)


def has_disappeared(path: str) -> TolkbarError:
    """Return the one line for a page that was there a moment ago."""
    return TolkbarError(msg("The file has disappeared. Put it back, or leave it out."), Location(path, 1))


@contextmanager
def deep_calls() -> Iterator[None]:
    """Let a question be handed on from element to element; the process has its own limit again afterwards."""
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _CALLS))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


@contextmanager
def naming(path: str) -> Iterator[None]:
    """Let what breaks while a subject is read name it; raises ``DefectError``."""
    try:
        yield
    except TolkbarError:
        raise
    except Exception as error:
        raise DefectError(
            msg(
                "Reading this broke ({kind}), so nothing is decided. Report it with the file.",
                kind=type(error).__name__,
            ),
            Location(path, 1),
        ) from error
