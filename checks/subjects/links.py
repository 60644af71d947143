"""A page among the others of its site, and where its links lead."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from checks.model import Place
from checks.subjects.site import Arrival, Destination, Site
from pipeline.model import Location

if TYPE_CHECKING:
    from checks.subjects.facts import Facts, Label, Reference


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
    def alternates(self) -> tuple[Link, ...]:
        """Return the announcements of this page's editions."""
        return tuple(map(self._link, self.facts.alternates))

    @cached_property
    def documents(self) -> tuple[Link, ...]:
        """Return the links to PDF documents of this site that are there."""
        links = map(self._link, self.facts.labels)
        return tuple(link for link in links if link.destination.arrival is Arrival.FOUND)

    def place(self, target: Link | SitePage, attribute: str | None) -> Place:
        """Return where the element with the address stands; of the page itself, its first line."""
        if isinstance(target, SitePage):
            return Place(Location(self.path, 1))
        number = self.facts.elements[target.position]
        return self.site.place_element(self.facts.path, number, attribute)

    def _link(self, position: int) -> Link:
        reference = self.facts.references[position]
        return Link(self, reference, position, self.site.follow(self.facts, reference.address))


@dataclass(frozen=True, slots=True)
class Link:
    """One address in a page of a site, and where it leads.

    ``position`` is its number among the page's addresses.
    """

    page: SitePage
    reference: Reference
    position: int
    destination: Destination

    @property
    def is_internal(self) -> bool:
        """Return whether it stays within the site, there or not."""
        return self.destination.arrival is not Arrival.ELSEWHERE

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
