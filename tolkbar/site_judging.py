"""Judges a site that is made here: its candidate and catalogs, with the lines that people edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.subjects import Card, CatalogFile, Inputs, Settings, Site
from checks.values.address import find_rooms
from checks.values.email import canonical
from pipeline.assets import shared_files
from pipeline.build import TRACES
from pipeline.files import CANDIDATE
from pipeline.formats import Telephone
from pipeline.locales import Locales, catalog_name
from pipeline.model import Location, Policy, Trace
from pipeline.shell import NAME as SHELL
from pipeline.trace import PageTrace
from tolkbar.inquiry import settled
from tolkbar.judging import Heard, Made, judge_inputs
from tolkbar.reporting import today

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterator

    from checks.model import Report
    from pipeline.config import Contact
    from pipeline.model import Message
    from pipeline.segment.model import Unit
    from pipeline.site import Source


def judge_site(
    source: Source,
    asked: Namespace,
    say: Callable[[Message], str],
    heard: Callable[[int, int], None] | None = None,
) -> Report:
    """Judge a site's candidate and catalogs, with the lines to edit; ``heard`` is told each step."""
    site = source.site
    made = Made(site.root, Tracer(source))
    inputs = Inputs((Site(site.root / CANDIDATE, settings_of(source)),), tuple(catalogs_of(source)))
    return judge_inputs(inputs, settled(asked, site.external), say, made, Heard(heard))


def settings_of(source: Source) -> Settings:
    """Return what a site says about itself, as far as rules ask for it."""
    site = source.site
    limits = {
        language.tag: language.reading_index
        for language in site.languages
        if language.reading_index is not None
    }
    return Settings(
        address=site.address,
        language=site.language,
        policies=_policies(source),
        reading_limits=limits,
        contacts=tuple(map(_card, source.contacts.values())),
        today=today(),
    )


def _policies(source: Source) -> dict[str, Policy]:
    return {language.tag: language.policy for language in source.site.languages[1:]}


def _card(contact: Contact) -> Card:
    """Return what pages should say of a contact, whatever their language."""
    address = contact.address
    room = next(find_rooms(f"room {address.room}"), None)
    return Card(
        name=contact.name,
        telephones=frozenset({Telephone.parse(contact.telephone).number}),
        emails=frozenset({canonical(contact.email)}),
        postcodes=frozenset({address.postcode.replace(" ", "")}),
        rooms=frozenset({room.room} if room else ()),
    )


def catalogs_of(source: Source) -> list[CatalogFile]:
    """Return the catalogs that the editions are made of; the shell's must be complete in any case."""
    policies = _policies(source)
    return [
        CatalogFile(
            name,
            source.site.root / name,
            Policy.BLOCK if page == SHELL else policies[language],
            source.site.language,
        )
        for name, (language, page) in _catalog_pages(source)
    ]


def _catalog_pages(source: Source) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the path of every catalog with its language and page."""
    for language in source.site.languages[1:]:
        for page in (*sorted(source.files), SHELL):
            yield catalog_name(language.tag, page), (language.tag, page)


class Tracer:
    """Leads from a place in the candidate or in a catalog to the lines that people edit."""

    def __init__(self, source: Source) -> None:
        """Take the site; its store must be open as long as somebody asks."""
        self._source = source
        self._locales = Locales(source.site.root, source.site.language)
        self._catalogs = dict(_catalog_pages(source))
        self._pages: dict[str, PageTrace | None] = {}
        self._entries: dict[str, dict[int, Trace]] = {}
        self._copies = shared_files(source.site.root, list(source.documents.values()))

    def __call__(self, place: Location) -> Trace | None:
        """Return where ``place`` comes from; None where nobody edits it."""
        if place.path in self._catalogs:
            return self._in_catalog(place.path).get(place.line)
        if place.path not in self._pages:
            self._pages[place.path] = self._of_page(place.path)
        page = self._pages[place.path]
        return page.at(place.line, place.column) if page else self._of_copy(place)

    def _of_copy(self, place: Location) -> Trace | None:
        """Return the trace of a file that all editions have a copy of: a style sheet, a document."""
        name = place.path.partition("/")[2]
        if name not in self._copies:
            return None
        source = self._copies[name].relative_to(self._source.site.root).as_posix()
        return Trace(name, None, Location(source, place.line, place.column))

    def _of_page(self, path: str) -> PageTrace | None:
        """Return the trace of a page of the candidate; None for what is no page."""
        content = self._source.state.read(TRACES, path)
        return PageTrace(content) if content else None

    def _in_catalog(self, path: str) -> dict[int, Trace]:
        """Return the traces of a catalog's entries, by line."""
        if path not in self._entries:
            language, page = self._catalogs[path]
            catalog = self._locales.catalog(language, page)
            units = self._source.shell if page == SHELL else self._source.page(page).units
            first = {unit.key: unit for unit in reversed(units)}
            entries = [entry for entry in catalog.active if entry.key in first] if catalog else []
            self._entries[path] = {
                entry.line: _trace(first[entry.key], page, path, entry.line) for entry in entries
            }
        return self._entries[path]


def _trace(unit: Unit, page: str, catalog: str, line: int) -> Trace:
    return Trace(f"{page}.{unit.number}", Location(catalog, line), Location(unit.source, unit.line))
