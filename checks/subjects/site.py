"""A site on disk: its files, its pages, where its addresses lead.

Pages are read one at a time; of each only its facts are remembered (``facts``), so that a site of
30,000 pages fits in memory.  When all have been read, their addresses are followed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from checks.model import Place
from checks.subjects.addresses import Origin, resolve, tidy
from checks.subjects.around import Around
from checks.subjects.contacts import Card, Mention, Reach
from checks.subjects.facts import ADDRESSED, Facts, Memory, file_addresses
from checks.subjects.files import Files, Kind, readable
from checks.subjects.limits import require_readable
from checks.subjects.page import Page, base_of, medium_of
from pipeline.model import Location, Policy
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping
    from pathlib import Path


NAMESAKES = 100  # different cards of one name that are compared with one another
INDEX = ("index.html", "index.htm", "index.xhtml")  # what a server shows for a folder


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site says about itself; a foreign one says nothing.

    ``address``: scheme, host and perhaps path of its root, without a slash at the end.
    ``contacts``: the people and units that its pages speak of, as its records have them.
    ``language``: the source language; ``policies``: what each translated language does with
    untranslated units; ``reading_limits``: how hard a text may be, by language.
    """

    address: str | None = None
    language: str | None = None
    policies: Mapping[str, Policy] = field(default_factory=lambda: MappingProxyType({}))
    contacts: tuple[Card, ...] = ()
    reading_limits: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of all editions, the source language first."""
        return ((self.language,) if self.language else ()) + tuple(self.policies)


@dataclass(frozen=True, slots=True)
class Seen:
    """How often a site shows something, and the first page that does."""

    times: int
    path: str


class Arrival(Enum):
    """How following an address within the site ends."""

    FOUND = auto()
    MISSING = auto()
    MISSPELLED = auto()  # found in other letter case or Unicode form
    WITHOUT_INDEX = auto()  # a folder that has no page to show
    ELSEWHERE = auto()  # another server, or nothing that is fetched


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an address leads: ``path`` is the file (as it is spelled on disk), or what is missing."""

    arrival: Arrival
    path: str = ""
    fragment: str = ""


ELSEWHERE = Destination(Arrival.ELSEWHERE)


@dataclass(frozen=True, slots=True)
class File:
    """A file of a site, looked at from outside."""

    site: Site
    path: str


class Site:
    """The site below ``files.root``; ``pages`` fills while it is read.

    ``name`` stands before the paths that people see; ``whole`` is False for single pages, whose
    surroundings are unknown.
    """

    def __init__(
        self,
        root: Path,
        settings: Settings | None = None,
        *,
        name: str = "",
        pages: tuple[str, ...] | None = None,
    ) -> None:
        """Open the site at ``root``; ``pages`` names the ones to judge, by default all there are."""
        self.root = root
        self.settings = settings or Settings()
        self.name = name
        self.whole = pages is None
        self.files = Files(root)
        self.pages: dict[str, Facts] = {}
        self._asked_for = pages
        self.shared: dict[Hashable, Any] = {}  # what pages have in common: their parsed style sheets
        self._memory = Memory()
        self._followed: defaultdict[tuple[str, str | None], dict[str, Destination]] = defaultdict(dict)
        self._found: dict[str, Destination] = {}
        self._visited: dict[str, Facts | None] = {}
        self._read_again: tuple[str, Page | None] = ("", None)

    @property
    def path(self) -> str:
        """Return its name for people."""
        return self.name or "."

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Return every file of the site, in stable order."""
        return tuple(self.files.walk())

    @cached_property
    def page_paths(self) -> tuple[str, ...]:
        """Return the pages to judge."""
        if self._asked_for is not None:
            return self._asked_for
        return tuple(path for path in self.paths if medium_of(path) is not None)

    @cached_property
    def document_paths(self) -> tuple[str, ...]:
        """Return the PDF documents of the site."""
        return tuple(path for path in self.paths if path.lower().endswith(".pdf")) if self.whole else ()

    def shown(self, path: str) -> str:
        """Return ``path`` as people see it."""
        return readable(f"{self.name}/{path}" if self.name else path)

    def read(self, path: str) -> Page | None:
        """Read one page; None where it has disappeared.  Raises ``TolkbarError`` where it is unreadable."""
        content = self.files.read(path)
        if content is None:
            return None
        tree = read_page(content, self.shown(path))
        require_readable(tree)
        return Page(tree, Around(self, path, base_of(tree.document)), self.settings.reading_limits)

    def remember(self, page: Page, path: str) -> None:
        """Keep what other pages need to know of ``page``."""
        self.pages[path] = self._memory.facts(page, path)

    def facts(self, path: str) -> Facts | None:
        """Return what is known of the page ``path``; one that is not judged is read for its facts alone."""
        if path in self.pages:
            return self.pages[path]
        if path not in self._visited:
            page = self.read(path) if medium_of(path) is not None else None
            self._visited[path] = None if page is None else self._memory.facts(page, path)
        return self._visited[path]

    def follow(self, facts: Facts, address: str) -> Destination:
        """Return where ``address`` leads from a page of this site."""
        known = self._followed[facts.folder, facts.base].get(address)
        return self._follow(facts, address) if known is None else known

    def arrive(self, path: str) -> Destination:
        """Return what a case-sensitive server with no further settings shows for ``path``."""
        if path not in self._found:
            self._found[path] = self._arrive(path)
        return self._found[path]

    def place(self, target: File, attribute: str | None) -> Place:  # noqa: ARG002 - a file has one place
        """Return the file."""
        return Place(Location(self.shown(target.path), 1))

    def place_element(self, path: str, number: int, attribute: str | None) -> Place:
        """Return where the ``number``-th element with an address stands in the page ``path``.

        The page is read once more; where it has changed or gone meanwhile, its first line answers.
        """
        page = self._again(path)
        elements = page.all(ADDRESSED) if page is not None else ()
        if page is None or number >= len(elements):
            return Place(Location(self.shown(path), 1))
        return page.place(elements[number], attribute)

    def place_said(self, path: str, number: int, *, card: bool = False) -> Place:
        """Return where the ``number``-th contact fact, or card, of the page ``path`` stands."""
        page = self._again(path)
        found = () if page is None else page.contacts.cards if card else page.contacts.mentions
        if page is None or number >= len(found):
            return Place(Location(self.shown(path), 1))
        target = found[number]
        return page.place(target, target.attribute if isinstance(target, Mention) else None)

    def place_counterpart(self, path: str, other: str, number: int, *, card: bool = False) -> Place:
        """Return where in the page ``path`` stands what answers to a contact fact of the page ``other``.

        Editions have the same elements; where this one lacks some, the nearest around them answers.
        """
        selector = self.place_said(other, number, card=card).selector
        page = self._again(path)
        while page is not None and selector:
            found = page.all(selector)
            if found:
                return page.place(found[0], None)
            selector = selector.rpartition(">")[0].strip()
        return Place(Location(self.shown(path), 1))

    @cached_property
    def people(self) -> Mapping[str, Mapping[Card, Seen]]:
        """Return the different cards that the site shows of each name, and how often it does."""
        found: defaultdict[str, dict[Card, Seen]] = defaultdict(dict)
        for path, facts in self.pages.items():
            for card in facts.cards:
                known = found[card.name]
                if card in known or len(known) < NAMESAKES:
                    seen = known.get(card) or Seen(0, path)
                    known[card] = Seen(seen.times + 1, seen.path)
        return found

    @cached_property
    def reached(self) -> Mapping[str, Counter[Reach]]:
        """Return how often the site gives which number and mailbox of each person that it has a card of.

        What running text gives just behind a name counts too, but less than any card, and a record
        counts more than all of them.
        """
        found: defaultdict[str, Counter[Reach]] = defaultdict(Counter)
        much = len(self.pages) + 1
        for card in self.settings.contacts:
            found[card.name].update(dict.fromkeys(card.reached, 2 * much**2))
        for name, cards in self.people.items():
            for card, seen in cards.items():
                found[name].update(dict.fromkeys(card.reached, seen.times * much))
        for facts in self.pages.values():
            for said in facts.said:
                known = next((name for name in said.names if name in found), None)
                if known is not None:
                    found[known][said.kind, said.key] += 1
        return found

    @cached_property
    def owned(self) -> frozenset[Reach]:
        """Return the numbers and mailboxes of everybody that the site has a card or a record of."""
        cards = [*self.settings.contacts, *(card for cards in self.people.values() for card in cards)]
        return frozenset(one for card in cards for one in card.reached)

    @cached_property
    def address(self) -> str | None:
        """Return the site's own address: from its settings, or as its pages' canonical addresses say."""
        if self.settings.address:
            return self.settings.address.rstrip("/")
        canonical = (
            _root_address(reference.address, facts.path)
            for facts in self.pages.values()
            for reference in facts.references
            if "canonical" in reference.relation
        )
        return next((address for address in canonical if address), None) if self.whole else None

    @cached_property
    def referred(self) -> frozenset[str]:
        """Return the files that a page, a style sheet or a manifest refers to, other than itself."""
        return frozenset(path for path, by in (*self._from_pages(), *self._from_files()) if path != by)

    @cached_property
    def has_scripts(self) -> bool:
        """Return whether a page loads a script, which may refer to files that nothing else names."""
        return any(
            reference.tag == "script" for facts in self.pages.values() for reference in facts.references
        )

    def reach(self, address: str, path: str, base: str | None = None) -> str | None:
        """Return the file that ``address`` leads to from the file ``path``; None where there is none."""
        target = resolve(address, Origin(path, base, self.settings.address, rooted=self.whole))
        destination = ELSEWHERE if target is None else self.arrive(target.path)
        return destination.path if destination.arrival is Arrival.FOUND else None

    def _again(self, path: str) -> Page | None:
        if self._read_again[0] != path:
            self._read_again = (path, self.read(path))
        return self._read_again[1]

    def _follow(self, facts: Facts, address: str) -> Destination:
        target = resolve(address, Origin(facts.path, facts.base, self.address, rooted=self.whole))
        destination = ELSEWHERE if target is None else self.arrive(target.path)
        if target is not None and target.fragment:
            destination = replace(destination, fragment=target.fragment)
        if tidy(address)[:1] not in {"", "#", "?"}:  # what leads to its own page is not its neighbours'
            self._followed[facts.folder, facts.base][address] = destination
        return destination

    def _from_pages(self) -> Iterator[tuple[str, str]]:
        for facts in self.pages.values():
            for address in (*(reference.address for reference in facts.references), *facts.embedded):
                yield self.follow(facts, address).path, facts.path

    def _from_files(self) -> Iterator[tuple[str, str]]:
        for path in self.paths:
            for address in self._addresses_in(path):
                target = resolve(address, Origin(path, None, self.address))
                if target is not None:
                    yield self.arrive(target.path).path, path

    def _addresses_in(self, path: str) -> list[str]:
        return file_addresses(path, lambda: self.files.read(path) or b"")

    def _arrive(self, path: str) -> Destination:
        kind = self.files.kind(path)
        if kind is Kind.FILE and not path.endswith("/"):
            return Destination(Arrival.FOUND, path)
        if kind is Kind.FOLDER:
            folder = f"{path.strip('/')}/".lstrip("/")
            index = (folder + name for name in INDEX)
            found = next((page for page in index if self.files.kind(page) is Kind.FILE), None)
            return Destination(Arrival.FOUND, found) if found else Destination(Arrival.WITHOUT_INDEX, path)
        alike = self.files.alike(path) if kind is None and self.whole else None
        return Destination(Arrival.MISSPELLED, alike) if alike else Destination(Arrival.MISSING, path)


def _root_address(canonical: str, path: str) -> str | None:
    """Return the address of the root, where a canonical address ends in the path of its page."""
    canonical = unquote(canonical.strip())
    for ending in (f"/{path}", f"/{path.removesuffix('index.html')}"):
        if canonical.startswith(("https://", "http://")) and canonical.endswith(ending):
            return canonical.removesuffix(ending)
    return None
