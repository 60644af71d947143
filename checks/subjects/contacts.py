"""What a page says of how to reach somebody: in its text, its links, its contact cards, its data.

One pass over the flat tree finds every number, address and hour with the place where it stands; rules
judge them, and a site remembers what they say (:class:`Said`, :class:`Card`), which is the same on
thousands of pages and kept once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from checks.dom.tree import Dom, Node, Run
from checks.subjects.data import Data, read_data
from checks.values import address, email, hours, telephone
from checks.values.spaces import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.values.address import Postcode, Room
    from checks.values.email import Email
    from checks.values.hours import Hours
    from checks.values.telephone import Written

    Value = Written | Email | Postcode | Room | Hours | None

INLINE: Final = frozenset(
    (
        "a abbr b bdi bdo cite data dfn em font i ins label mark q rp rt ruby small span strong sub sup time"
        " u wbr"
    ).split()
)
UNREAD: Final = frozenset(
    "script style template noscript code samp kbd pre textarea del object iframe".split()
)
SWEDEN: Final = frozenset({"SE", "SWE", "Sverige", "Sweden"})  # as addressCountry has it
SPOKEN: Final = ("aria-label", "alt", "title")  # attributes that are read out, or shown
_DESCRIPTIONS: Final = {"description", "og:description", "twitter:description"}
_TELLING: Final = re.compile(r"\d|@")
_BLANK: Final = re.compile(r"[ \t\n\r\f]+")
_NAME: Final = re.compile(r"(?=\b([A-ZÅÄÖÜÉ][\w'-]+ [A-ZÅÄÖÜÉ][\w'-]+))")
_NAMED: Final = 80  # characters of the text before a number in which its owner's name may stand
_NEAR: Final = 200  # characters of the text after an address in which its country may stand


class Kind(StrEnum):
    """What sort of thing is said."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ROOM = "room"
    HOURS = "hours"


Reach = tuple[Kind, str]  # a number or a mailbox, by its key
_PERSONAL: Final = (Kind.TELEPHONE, Kind.EMAIL)


class Source(Enum):
    """Where on a page it is said."""

    TEXT = auto()
    LINK = auto()  # the address of a link, not its text
    DATA = auto()  # JSON-LD
    ATTRIBUTE = auto()  # a text that only some people get: alternative text, description


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a page says, whatever its place.

    ``key`` is the same for the same number or address however it is written; ``is_certain`` False
    where the digits may mean something else.  ``names`` are those of people just before it, as far as
    two capitalised words are a name.
    """

    kind: Kind
    key: str
    written: str
    source: Source
    is_certain: bool = True
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """What is said at one place: in ``run`` of ``node``, in its ``attribute``, or in its data.

    ``value`` is what was read there; ``after`` the text that follows it on the page.
    """

    said: Said
    node: Node
    language: str
    value: Value
    run: Run | None = None
    attribute: str | None = None
    block: str = ""

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.node

    @property
    def written(self) -> str:
        """Return it as the page has it."""
        return self.said.written

    @property
    def line(self) -> int | None:
        """Return the line of the file that it stands on; None where that is its element's."""
        return None if self.run is None else line_in(self.run, self.said.written)


@dataclass(frozen=True, slots=True)
class Card:
    """A person or unit, as an h-card or JSON-LD gives it; sets, because some have two numbers."""

    name: str
    role: str = ""
    telephones: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    postcodes: frozenset[str] = frozenset()
    rooms: frozenset[str] = frozenset()
    source: Source = Source.TEXT

    @property
    def reached(self) -> tuple[Reach, ...]:
        """Return the numbers and mailboxes that reach the contact."""
        numbers = ((Kind.TELEPHONE, number) for number in self.telephones)
        return (*numbers, *((Kind.EMAIL, mailbox) for mailbox in self.emails))


@dataclass(frozen=True, slots=True)
class Placed:
    """A card and the element that it stands in."""

    card: Card
    node: Node
    language: str
    run: Run | None = None

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.node

    @property
    def line(self) -> int | None:
        """Return the line that the name stands on; None where that is its element's."""
        return None if self.run is None else line_in(self.run, self.card.name)


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that is read in one go: a paragraph, a cell, a list item; line breaks are kept."""

    text: str
    runs: tuple[tuple[int, Run, str], ...]  # where each begins, and its language

    def at(self, offset: int) -> tuple[Run, str]:
        """Return the run in which the character at ``offset`` stands, and its language."""
        place = bisect_right(self.runs, offset, key=itemgetter(0)) - 1
        _, run, language = self.runs[max(place, 0)]
        return run, language


class Contacts:
    """The contact facts of one page."""

    def __init__(self, dom: Dom) -> None:
        """Read the page that ``dom`` is the tree of."""
        self._dom = dom
        self.blocks: list[Block] = []
        self._attributes: list[tuple[Node, str, str]] = []
        self._links: list[tuple[Node, str]] = []
        self._cards: list[tuple[Node, str]] = []
        if dom.root is not None:
            _Walk(self.blocks, self._attributes, self._links, self._cards).walk(dom.root)

    @cached_property
    def home(self) -> str | None:
        """Return where national numbers are at home: as the page's languages and editions tell."""
        root = self._dom.root
        languages = [root.get("lang") if root is not None else ""]
        languages += [link.get("hreflang") for link in self._dom.all("link") if link.has("hreflang")]
        return telephone.home_of(languages)

    @cached_property
    def towns(self) -> frozenset[str]:
        """Return the Swedish towns of the page's contacts, which may be too small for our list."""
        told = (
            town
            for thing in self.data
            if SWEDEN & set(thing.countries)
            for _, town in thing.postcodes
            if town
        )
        cards = (card for card, _ in self._cards) if self.home == telephone.SWEDEN else ()
        shown = (
            " ".join(part.text.split())
            for card in cards
            for part in card.descendants
            if "p-locality" in part.get("class").split()
        )
        return frozenset((*told, *shown))

    @cached_property
    def data(self) -> list[Data]:
        """Return the things that the page's JSON-LD describes, and what of it cannot be read."""
        scripts = (node for node in self._dom.all("script") if "ld+json" in node.get("type").lower())
        return [thing for script in scripts for thing in read_data(script)]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Return all that the page says of how to reach somebody: text first, then links, then data."""
        return (*self._in_text(), *self._in_attributes(), *self._in_links(), *self._in_data())

    @cached_property
    def cards(self) -> tuple[Placed, ...]:
        """Return the people and units that h-cards and JSON-LD describe, with their names."""
        found = [self._card(node, language) for node, language in self._cards]
        found += [_of_data(thing, self.home) for thing in self.data if thing.name]
        return tuple(card for card in found if _says_something(card.card))

    def of(
        self, *kinds: Kind, sources: Iterable[Source] = (Source.TEXT, Source.ATTRIBUTE)
    ) -> Iterator[Mention]:
        """Yield the mentions of these kinds in these places."""
        wanted = frozenset(sources)
        return (
            mention
            for mention in self.mentions
            if mention.said.kind in kinds and mention.said.source in wanted
        )

    def _in_text(self) -> Iterator[Mention]:
        for number, block in enumerate(self.blocks):
            if not _TELLING.search(block.text):
                continue
            following = self.blocks[number + 1].text[:_NEAR] if number + 1 < len(self.blocks) else ""
            for kind, key, certain, value in _read(
                block.text, block.runs[0][2], self.home, following, self.towns
            ):
                run, language = block.at(value.start)
                names = _names_before(block.text, value.start) if kind in _PERSONAL else ()
                said = Said(kind, key, value.text, Source.TEXT, certain, names)
                yield Mention(said, run.parent, language, value, run, None, block.text)

    def _in_attributes(self) -> Iterator[Mention]:
        for node, name, language in self._attributes:
            text = node.get(name)
            for kind, key, certain, value in _read(text, language, self.home, "", self.towns):
                said = Said(kind, key, value.text, Source.ATTRIBUTE, certain)
                yield Mention(said, node, language, value, None, name, text)

    def _in_links(self) -> Iterator[Mention]:
        for node, language in self._links:
            href = node.get("href")
            for kind, key in _in_address(href, self.home):
                yield Mention(Said(kind, key, href, Source.LINK), node, language, None, None, "href")

    def _in_data(self) -> Iterator[Mention]:
        for thing in self.data:
            for kind, key, written in _said_by(thing, self.home):
                said = Said(kind, key, written, Source.DATA)
                yield Mention(said, thing.script, "", None, thing.run)

    def _card(self, node: Node, language: str) -> Placed:
        parts: dict[str, list[str]] = {}
        for part in node.descendants:
            for name in part.get("class").split():
                if name[:2] in {"p-", "u-"}:
                    parts.setdefault(name[2:], []).append(_value(part))
        text = " ".join(node.text.split())
        numbers = (telephone.read(one, self.home) for one in parts.get("tel", ()))
        card = Card(
            name=next(iter(parts.get("name", ())), ""),
            role=next(iter(parts.get("job-title", ())), ""),
            telephones=frozenset(number.number for number in numbers if number),
            emails=frozenset(map(email.canonical, parts.get("email", ()))) - {""},
            postcodes=frozenset(_postal(one) for one in parts.get("postal-code", ())) - {""},
            rooms=frozenset(room.room for room in address.find_rooms(text)),
        )
        named = next((part for part in node.descendants if "p-name" in part.get("class").split()), node)
        return Placed(card, named, language)


class _Walk:
    """One walk through a tree: text in blocks, and the elements that matter."""

    def __init__(
        self,
        blocks: list[Block],
        attributes: list[tuple[Node, str, str]],
        links: list[tuple[Node, str]],
        cards: list[tuple[Node, str]],
    ) -> None:
        self.blocks, self.attributes, self.links, self.cards = blocks, attributes, links, cards
        self.parts: list[str] = []
        self.runs: list[tuple[int, Run, str]] = []
        self.length = 0

    def walk(self, root: Node) -> None:
        """Read everything below ``root``; a string on the pile ends or begins a block."""
        pile: list[tuple[Node | Run | None, str]] = [(root, "")]
        while pile:
            item, language = pile.pop()
            if item is None:
                self.end()
            elif isinstance(item, Run):
                self.add(item, language)
            elif item.tag == "br":
                self.parts.append("\n")
                self.length += 1
            elif item.tag not in UNREAD:
                self.enter(item, language, pile)
        self.end()

    def enter(self, node: Node, language: str, pile: list[tuple[Node | Run | None, str]]) -> None:
        """Note what an element itself says, and put what it holds on the pile."""
        attributes = node.attributes
        if attributes:
            language = attributes.get("lang", language).strip()
            self.note(node, language)
        is_block = node.tag not in INLINE
        if is_block:
            self.end()
            pile.append((None, ""))
        pile.extend([(child, language) for child in reversed(node.children)])

    def note(self, node: Node, language: str) -> None:
        """Keep what the attributes of ``node`` say."""
        attributes = node.attributes
        for name in SPOKEN:
            if name in attributes and _TELLING.search(attributes[name]):
                self.attributes.append((node, name, language))
        if node.tag == "meta" and (attributes.get("name") or attributes.get("property")) in _DESCRIPTIONS:
            self.attributes.append((node, "content", language))
        if "href" in attributes and node.tag in {"a", "area"}:
            self.links.append((node, language))
        if "class" in attributes and "h-card" in attributes["class"].split():
            self.cards.append((node, language))

    def add(self, run: Run, language: str) -> None:
        """Put ``run`` at the end of the open block."""
        text = _BLANK.sub(" ", run.data)
        self.runs.append((self.length, run, language))
        self.parts.append(text)
        self.length += len(text)

    def end(self) -> None:
        """Close the open block; one without words is none."""
        if self.runs:
            text = "".join(self.parts)
            if text.strip():
                self.blocks.append(Block(text, tuple(self.runs)))
        self.parts, self.runs, self.length = [], [], 0


def line_in(run: Run, words: str) -> int | None:
    """Return the line of the file on which ``words`` stand in ``run``; None where it cannot be counted."""
    begin = _first_line(run)
    first = next(iter(words.split()), "")
    at = run.data.find(first)
    return None if begin is None or at < 0 else begin + run.data.count("\n", 0, at)


def _first_line(run: Run) -> int | None:
    """Return the line that ``run`` begins on: behind its parent's start tag, or the element before it."""
    siblings = run.parent.children
    at = next(number for number, child in enumerate(siblings) if child is run)
    before = siblings[at - 1] if at else run.parent
    if isinstance(before, Run):
        return None
    span = before.element.source_location
    tag = span and (span.start_tag if before is run.parent else span.end_tag or span.start_tag)
    return tag.end_line if tag else None


def _read(
    text: str, language: str, home: str | None, following: str, towns: frozenset[str]
) -> Iterator[tuple[Kind, str, bool, Any]]:
    """Yield kind, key, certainty and value of all that ``text`` says; ``following`` comes behind it."""
    for address_ in email.find(text):
        yield Kind.EMAIL, address_.address, True, address_
    if not any(map(str.isdigit, text)):
        return
    for number in telephone.find(text, home):
        yield Kind.TELEPHONE, _key(number), number.is_certain, number
    for code in address.find(f"{text}\n{following}", towns):
        if code.end <= len(text):
            yield Kind.POSTCODE, f"{code.digits} {code.town}", True, code
    for room in address.find_rooms(text):
        yield Kind.ROOM, room.room, room.is_certain, room
    for span in hours.find(text, language):
        yield Kind.HOURS, f"{span.opens}-{span.closes}", span.is_certain, span


def _names_before(text: str, offset: int) -> tuple[str, ...]:
    """Return what may be a person's name close before ``offset``, the nearest first."""
    return tuple(reversed(_NAME.findall(text[max(0, offset - _NAMED) : offset])))


def _key(number: Written) -> str:
    """Return what identifies a number; for what cannot be dialled, its digits behind a question mark."""
    if number.telephone is None:
        return "?" + re.sub(r"\D", "", number.text)
    return number.telephone.number


def _in_address(href: str, home: str | None) -> Iterator[tuple[Kind, str]]:
    scheme, _, rest = href.strip().partition(":")
    if scheme.lower() == "tel":
        number = telephone.read(rest.partition(";")[0], home)
        yield Kind.TELEPHONE, number.number if number else "?" + re.sub(r"\D", "", rest)
    elif scheme.lower() == "mailto":
        for recipient in email.Mailto.parse(href.strip()).recipients:
            yield Kind.EMAIL, email.canonical(recipient)


def _said_by(thing: Data, home: str | None) -> Iterator[tuple[Kind, str, str]]:
    for written in thing.telephones:
        number = telephone.read(written, home)
        yield Kind.TELEPHONE, number.number if number else "?" + re.sub(r"\D", "", written), written
    for written in thing.emails:
        yield Kind.EMAIL, email.canonical(written), written
    for code, town in thing.postcodes:
        yield Kind.POSTCODE, f"{_postal(code)} {town}", code
    for street in thing.streets:
        for room in address.find_rooms(street):
            yield Kind.ROOM, room.room, room.text


def _of_data(thing: Data, home: str | None) -> Placed:
    numbers = (telephone.read(written, home) for written in thing.telephones)
    card = Card(
        name=thing.name,
        role=thing.role,
        telephones=frozenset(number.number for number in numbers if number),
        emails=frozenset(map(email.canonical, thing.emails)),
        postcodes=frozenset(_postal(code) for code, _ in thing.postcodes),
        rooms=frozenset(room.room for street in thing.streets for room in address.find_rooms(street)),
        source=Source.DATA,
    )
    return Placed(card, thing.script, "", thing.run)


def _says_something(card: Card) -> bool:
    return bool(card.name and (card.telephones or card.emails or card.postcodes))


def _value(part: Node) -> str:
    """Return the text of a part of an h-card, or the address that it links to where it has none."""
    text = as_typed(part.text)
    href = part.get("href")
    return text or (href.partition(":")[2] if href.lower().startswith(("tel:", "mailto:")) else "")


def _postal(written: str) -> str:
    return re.sub(r"\D", "", written)
