"""What is said of how to reach somebody, and where it stands: the nouns of this room.

A site remembers what its pages say (:class:`Said`, :class:`Card`), which is the same on thousands of
pages and kept once.
"""

from __future__ import annotations

from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING, NamedTuple

from checks.dom.tree import Node, Run

if TYPE_CHECKING:
    from checks.values.address import Postcode, Room
    from checks.values.email import Email
    from checks.values.hours import Hours
    from checks.values.telephone import Written

    Value = Written | Email | Postcode | Room | Hours


class Kind(StrEnum):
    """What sort of thing is said."""

    TELEPHONE = "telephone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ROOM = "room"
    HOURS = "hours"


Reach = tuple[Kind, str]  # a number or a mailbox, by its key


class Source(Enum):
    """Where on a page it is said."""

    TEXT = auto()
    LINK = auto()  # the address of a link, not its text
    DATA = auto()  # JSON-LD
    ATTRIBUTE = auto()  # a text that only some people get: alternative text, description


class Said(NamedTuple):
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


class Mention(NamedTuple):
    """What is said at one place: in ``run`` of ``node``, in its ``attribute``, or in its data.

    ``value`` is what was read there; ``block`` the text that it stands in.
    """

    said: Said
    node: Node
    language: str
    value: Value | None
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


class Card(NamedTuple):
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

    @property
    def says_something(self) -> bool:
        """Return whether it names somebody, and a way to reach them."""
        return bool(self.name and (self.telephones or self.emails or self.postcodes))


class Placed(NamedTuple):
    """A card and the element that it stands in."""

    card: Card
    node: Node
    run: Run | None = None

    @property
    def element(self) -> Node:
        """Return where it stands."""
        return self.node

    @property
    def line(self) -> int | None:
        """Return the line that the name stands on; None where that is its element's."""
        return None if self.run is None else line_in(self.run, self.card.name)


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
