"""A page among the others of its site, and where its links lead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from checks.languages import X_DEFAULT, primary
from checks.model import Place
from checks.subjects.arrivals import INDEX, Arrival, Destination
from checks.subjects.contacts import Card, Said
from checks.subjects.editions import editions_of
from pipeline.model import Location

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checks.subjects.facts import Facts, Label
    from checks.subjects.references import Reference
    from checks.subjects.site import Site


class Telling(Protocol):
    """A target that is about a contact fact."""

    @property
    def told(self) -> Told:
        """Return the fact, with its place."""


@runtime_checkable
class Standing(Protocol):
    """A target that knows itself where it stands."""

    def stands(self) -> Place:
        """Return where."""


class SitePage:
    """A page among the others of its site, when all have been read."""

    def __init__(self, site: Site, facts: Facts) -> None:
        """Take up what is remembered of one page."""
        self.site = site
        self.facts = facts

    @property
    def path(self) -> str:
        """Return its name for people."""
        return self.site.shown(self.facts.path)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Return every address of the page with where it leads, in document order."""
        return tuple(map(self._link, range(len(self.facts.references))))

    @cached_property
    def own_links(self) -> tuple[Link, ...]:
        """Return the addresses that stay within the site, but for what only search engines are told."""
        return tuple(
            link
            for link in self.links
            if link.destination.is_inside
            and not link.destination.strays
            and not (link.reference.tag == "link" and link.reference.is_announcement)
        )

    @cached_property
    def alternates(self) -> tuple[Link, ...]:
        """Return the announcements of this page's editions."""
        return tuple(map(self._link, self.facts.alternates))

    @cached_property
    def downloads(self) -> tuple[Link, ...]:
        """Return the links to files, of this site and there, that open in other programs: PDF, Word …."""
        links = map(self._link, self.facts.labels)
        return tuple(link for link in links if link.destination.arrival is Arrival.FOUND)

    @property
    def documents(self) -> tuple[Link, ...]:
        """Return those of the downloads that are PDF documents, going by the name."""
        return tuple(link for link in self.downloads if link.destination.path.lower().endswith(".pdf"))

    @cached_property
    def editions(self) -> Mapping[str, SitePage]:
        """Return its editions by their primary language; ``x-default`` is the one for all others."""
        return editions_of(self)

    @cached_property
    def original(self) -> SitePage | None:
        """Return the edition that this one is compared with; None for that one itself, and where none is.

        It is the one in the site's language; on a site of others the Swedish one, the default, the first.
        """
        editions = self.editions
        wanted = (primary(self.site.settings.language or "sv"), X_DEFAULT, min(editions, default=""))
        page = next((editions[language] for language in wanted if language in editions), None)
        return None if page is None or page.facts.path == self.facts.path else page

    @property
    def is_front(self) -> bool:
        """Return whether it stands in front of a site's editions, and belongs to none of them.

        Where the site does not say so, its language has a folder of its own beside it.
        """
        if self.facts.path not in INDEX:
            return False
        folders = self.site.language_folders.values()
        return bool(self.site.settings.policies) or primary(self.facts.language) in folders

    def beside(self, facts: Facts) -> SitePage:
        """Return another page of the same site."""
        return SitePage(self.site, facts)

    def place(self, target: Link | SitePage | Telling | Standing, attribute: str | None) -> Place:
        """Return where the element with the address stands; of the page itself, its first line."""
        with self.site.placing.aside():
            if isinstance(target, Link):
                return self.site.placing.address(self.facts.path, target.position, attribute)
            if isinstance(target, SitePage):
                return Place(Location(self.path, 1))
            return target.stands() if isinstance(target, Standing) else target.told.place()

    @property
    def said(self) -> tuple[Told, ...]:
        """Return what the page says of how to reach somebody."""
        return tuple(Told(self, said, number) for number, said in enumerate(self.facts.said))

    @property
    def cards(self) -> tuple[Told, ...]:
        """Return the people and units that the page introduces."""
        return tuple(Told(self, card, number) for number, card in enumerate(self.facts.cards))

    def _link(self, position: int) -> Link:
        reference = self.facts.references[position]
        return Link(self, reference, position, self.site.follow(self.facts, reference.address))


class Link(NamedTuple):
    """One address in a page of a site, and where it leads.

    ``position`` is its number among the page's addresses.
    """

    page: SitePage
    reference: Reference
    position: int
    destination: Destination

    @property
    def address(self) -> str:
        """Return the address as the page has it."""
        return self.reference.address

    @property
    def is_internal(self) -> bool:
        """Return whether it stays within the site, there or not."""
        return self.destination.is_inside

    @property
    def is_external(self) -> bool:
        """Return whether it leads to another server, by HTTP."""
        return self.destination.arrival is Arrival.ELSEWHERE

    @property
    def leads_to(self) -> SitePage | None:
        """Return the page that it leads to; None where it leads to none."""
        if self.destination.arrival is not Arrival.FOUND:
            return None
        facts = self.page.site.facts(self.destination.path)
        return None if facts is None else SitePage(self.page.site, facts)

    @property
    def label(self) -> Label:
        """Return what a link to a document says about it."""
        return self.page.facts.labels[self.position]


@dataclass(frozen=True, slots=True)
class Told:
    """A contact fact, or a card, of ``page``: the ``position``-th there.

    ``missing`` is the edition that lacks it: then the fault stands there, where it should be.
    """

    page: SitePage
    what: Said | Card
    position: int
    missing: SitePage | None = None

    @property
    def told(self) -> Told:
        """Return itself."""
        return self

    @property
    def said(self) -> Said:
        """Return the fact; a card is none."""
        if isinstance(self.what, Card):
            raise TypeError(self.what)
        return self.what

    @property
    def card(self) -> Card:
        """Return the card; a fact is none."""
        if isinstance(self.what, Said):
            raise TypeError(self.what)
        return self.what

    def place(self) -> Place:
        """Return where it stands, or should."""
        card = isinstance(self.what, Card)
        path, site = self.page.facts.path, self.page.site
        if self.missing is None:
            return site.placing.said(path, self.position, card=card)
        return site.placing.counterpart(self.missing.facts.path, path, self.position, card=card)
