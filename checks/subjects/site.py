"""A site as it lies there: its files, its pages, where its addresses lead.

Pages are read one at a time; of each only its facts are remembered (``facts``), so that a site of
30,000 pages fits in memory.  When all have been read, their addresses are followed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from checks.documents import Library, Unreadable
from checks.dom.witness import Asked, Question, Witness, digest
from checks.model import Place
from checks.subjects.around import Around
from checks.subjects.arrivals import Arrival, Destination
from checks.subjects.disk import DiskFiles
from checks.subjects.document import DocumentFile
from checks.subjects.editions import language_folders
from checks.subjects.entries import LARGEST, Entry, Reader, reader_of
from checks.subjects.facts import Facts, Memory
from checks.subjects.files import readable
from checks.subjects.home import Home, home_of
from checks.subjects.limits import PAGE, require_readable
from checks.subjects.page import Page, base_of, medium_of
from checks.subjects.pages import Known, Pages
from checks.subjects.placing import Placing
from checks.subjects.ways import Ways
from pipeline.errors import LimitError
from pipeline.model import Location, Policy
from pipeline.page import read_page

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping
    from datetime import date

    from checks.documents import Facts as DocumentFacts
    from checks.subjects.contacts import Card, Reach
    from checks.subjects.remote import RemotePath


NAMESAKES = 100  # different cards of one name that are compared with one another
CROWDED: Final = 4000  # characters of a page's anchors beyond which they are looked up in a set


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site says about itself; a foreign one says nothing.

    ``address``: scheme, host and perhaps path of its root, without a slash at the end.
    ``contacts``: the people and units that its pages speak of, as its records have them.
    ``language``: the source language; ``policies``: what each translated language does with
    untranslated units; ``reading_limits``: how hard a text may be, by language; ``today`` is the day that
    dates are compared with, None where they are not.
    """

    address: str | None = None
    language: str | None = None
    policies: Mapping[str, Policy] = field(default_factory=dict)
    contacts: tuple[Card, ...] = ()
    reading_limits: Mapping[str, float] = field(default_factory=dict)
    today: date | None = None

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of all editions, the source language first."""
        return ((self.language,) if self.language else ()) + tuple(self.policies)


class Seen(NamedTuple):
    """How often a site shows something, and the first page that does."""

    times: int
    path: str


class File(NamedTuple):
    """A file of a site, looked at from outside."""

    site: Site
    path: str


class Site:
    """The site below ``root``; ``pages`` fills while it is read.

    ``name`` stands before the paths that people see; ``whole`` is False for single pages, whose
    surroundings are unknown.
    """

    def __init__(
        self,
        root: Path | RemotePath,
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
        self.library = Library()  # of the documents of the site; those who judge it bring their own
        self._asked_for = pages
        self.shared: dict[Hashable, Any] = {}  # what pages have in common: their parsed style sheets
        self.witness = Witness()
        self.files = DiskFiles(root, self.witness) if isinstance(root, Path) else root.files(self.witness)
        self._memory = Memory()
        self.pages: Known = Pages(self._memory)
        self.placing = Placing(self)
        self._ways = Ways(self.files, lambda: self.address, whole=self.whole)
        self._anchors: dict[str, frozenset[str]] = {}
        self._visited: dict[str, Facts | None] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        """Return what opens the same site in another process, in any folder; nothing of it is read yet."""
        return _open, (self.root.absolute(), self.settings, self.name, self._asked_for)

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
        content = self._read(path)
        return None if content is None else self.parse(path, content)

    def parse(self, path: str, content: bytes) -> Page:
        """Return the page ``path``, whose content is at hand; raises ``LimitError`` where it has too much."""
        tree = read_page(content, self.shown(path))
        require_readable(tree)
        around = Around(self, path, base_of(tree.document))
        page = Page(tree, around, self.settings.reading_limits, self.settings.today)
        page.site_language = self.settings.language or ""
        return page

    def facts_of(self, page: Page, path: str, *, contacts: bool = True) -> Facts:
        """Return what other pages need to know of ``page``; of how to reach people only with ``contacts``."""
        return self._memory.facts(page, path, contacts=contacts)

    def file_pages(self, filed: Known) -> None:
        """Let what is known of pages be ``filed``, outside of memory, before any is known."""
        self.pages = filed

    def facts(self, path: str) -> Facts | None:
        """Return what is known of the page ``path``; one that is not judged is read for its facts alone."""
        if path in self.pages:
            return self.pages[path]
        if path not in self._visited:
            page = self._visit(path) if medium_of(path) is not None else None
            self._visited[path] = None if page is None else self._memory.facts(page, path, contacts=False)
        return self._visited[path]

    def follow(self, facts: Facts, address: str) -> Destination:
        """Return where ``address`` leads from a page of this site."""
        return self._ways.follow(facts, address)

    def follow_from(self, path: str, address: str) -> Destination:
        """Return where ``address`` leads from the file ``path``, which is no page."""
        return self._ways.follow_from(path, address)

    def has_anchor(self, facts: Facts, name: str) -> bool:
        """Return whether a page has an element of this id, or a link of this name."""
        if len(facts.anchors) < CROWDED:
            return facts.has_anchor(name)
        if facts.path not in self._anchors:
            self._anchors[facts.path] = frozenset(facts.names)
        return name in self._anchors[facts.path]

    def place(self, target: File | Entry, attribute: str | None) -> Place:  # noqa: ARG002 - neither has attributes
        """Return the file, or the line in it; of a page its main heading, which its source has."""
        if target.path in self.pages:
            with self.placing.aside():
                return self.placing.first(target.path, "h1", "title")
        line = target.line if isinstance(target, Entry) else 1
        return Place(Location(self.shown(target.path), line))

    @cached_property
    def language_folders(self) -> Mapping[str, str]:
        """Return the folders that are named after the language of their pages, with that language."""
        return language_folders(self)

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
    def home(self) -> Home:
        """Return where the site is on the web, as its pages and its sitemap say; its settings know better."""
        home = home_of(self) if self.whole else Home()
        if home.adds_ending:
            self._ways.add_endings()
        return home

    @property
    def address(self) -> str | None:
        """Return the site's own address: from its settings, or as its pages and its sitemap say."""
        told = self.settings.address
        return told.rstrip("/") if told else self.home.address

    @cached_property
    def referred(self) -> frozenset[str]:
        """Return the files that a page, a style sheet or a manifest refers to, other than itself."""
        return frozenset(path for path, by in chain(self._from_pages(), self._from_files()) if path != by)

    @cached_property
    def has_scripts(self) -> bool:
        """Return whether a page loads a script, which may refer to files that nothing else names."""
        return any(
            reference.tag == "script" for facts in self.pages.values() for reference in facts.references
        )

    def entries(self, reader: Reader) -> Iterator[Entry]:
        """Yield the addresses in the files of one kind that are no pages: style sheets, sitemaps …."""
        for path in self._read_by(reader):
            if (self.files.size(path) or 0) > LARGEST and reader is Reader.SITEMAP:
                yield reader.refuse(self, path)
            elif (content := self._read(path, reader.most)) is not None:
                yield from reader.read(self, path, content)

    def reach(self, address: str, path: str, base: str | None = None) -> str | None:
        """Return the file that ``address`` leads to from the file ``path``; None where there is none."""
        destination = self._ways.follow_at(self.settings.address, path, address, base)
        return destination.path if destination.arrival is Arrival.FOUND else None

    def document(self, path: str) -> DocumentFacts | Unreadable | None:
        """Return what the PDF ``path`` holds; None where there is none."""
        size = self.files.size(path)
        if size is None:
            return None
        file = DocumentFile(self.shown(path), self.root / path, size, self.library)
        found = file.facts
        is_certain = not isinstance(found, Unreadable) or found.is_certain
        self.witness.note(Question(Asked.READ, path), file.digest if is_certain else "")
        return found

    def _read(self, path: str, most: int = PAGE) -> bytes | None:
        """Return the content of a file that rules on the site ask for."""
        content = None
        try:
            content = self.files.read(path, most)
        finally:
            self.witness.note(Question(Asked.READ, path), digest(content))
        return content

    def _visit(self, path: str) -> Page | None:
        """Read a page that is not judged; None also where it has more than anybody reads."""
        try:
            return self.read(path)
        except LimitError:
            return None

    def _read_by(self, reader: Reader) -> Iterable[str]:
        """Return the files of one kind; a web app manifest may have any name, so its pages tell it."""
        by_name = (path for path in self.paths if reader_of(path) is reader)
        if reader is not Reader.MANIFEST:
            return by_name
        named = (
            self.follow(facts, reference.address)
            for facts in self.pages.values()
            for reference in facts.references
            if "manifest" in reference.relation
        )
        return sorted({*by_name, *(one.path for one in named if one.arrival is Arrival.FOUND)})

    def _from_pages(self) -> Iterator[tuple[str, str]]:
        for facts in self.pages.values():
            for reference in facts.references:
                yield self.follow(facts, reference.address).path, facts.path

    def _from_files(self) -> Iterator[tuple[str, str]]:
        for reader in (Reader.SHEET, Reader.MANIFEST):
            for entry in self.entries(reader):
                yield entry.destination.path, entry.path


def _open(root: Path | RemotePath, settings: Settings, name: str, pages: tuple[str, ...] | None) -> Site:
    return Site(root, settings, name=name, pages=pages)
