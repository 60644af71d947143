"""What a page tells machines of a contact is what it tells people."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import FIELDS, closest
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Card, Kind, Mention, Placed, Source, line_in
from checks.subjects.data import Data
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Machine(NamedTuple):
    """What the data say, and what people read in its stead: None where it is the same."""

    source: Mention | Placed | Data
    written: str
    seen: str | None

    @property
    def element(self) -> Node:
        """Return the script."""
        return self.source.element

    @property
    def line(self) -> int | None:
        """Return the line that it stands on in the script."""
        run = None if isinstance(self.source, Data) else self.source.run
        return None if run is None else line_in(run, self.written)


class ContactDataAgrees(Rule[Page, Machine]):
    """Search engines and voice assistants give people the number in the data, not the one on the page.

    Write the same in the page's JSON-LD and in its text.
    """

    id = "contact-data-agrees"
    title = msg("Data on contacts say what the page says")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Machine]:
        """Yield what the page's data say of people, units and how to reach them."""
        contacts = page.contacts
        yield from (Machine(thing, "", None) for thing in contacts.data if not thing.is_readable)
        shown = {card.card.name: card.card for card in contacts.cards if card.card.source is Source.TEXT}
        answers = {
            key: answer
            for card in contacts.cards
            if card.card.source is Source.DATA
            for key, answer in _instead(card.card, shown)
        }
        for card in contacts.cards:
            if card.card.source is Source.DATA:
                yield from _person(card, shown)
        visible = {(mention.said.kind, mention.said.key) for mention in contacts.of(*Kind)}
        for mention in contacts.of(*Kind, sources=[Source.DATA]):
            key = mention.said.key.partition(" ")[0]
            seen = answers.get((mention.said.kind, key)) or _seen_instead(mention, visible)
            yield Machine(mention, mention.written, seen)

    def expectation(self, machine: Machine) -> Verdict:
        """Require the same; data that cannot be read have been compared with nothing."""
        if isinstance(machine.source, Data):
            return CannotTell(msg("The page's JSON-LD cannot be read. Check its commas and quotation marks."))
        if machine.seen is None:
            return PASSED
        return Failed(
            msg(
                "The data say {written}, but the page says {seen}. Write the same in both.",
                written=machine.written,
                seen=machine.seen,
            )
        )


def _person(placed: Placed, shown: dict[str, Card]) -> Iterator[Machine]:
    """Yield the name and the role of a person in the data, beside those of the card on the page."""
    card = placed.card
    same = shown.get(card.name)
    if same is None:
        by_mail = (name for name, other in shown.items() if card.emails & other.emails)
        yield Machine(placed, card.name, closest(card.name, by_mail))
    else:
        differs = bool(card.role and same.role) and card.role != same.role
        yield Machine(placed, card.role or card.name, same.role if differs else None)


def _instead(card: Card, shown: dict[str, Card]) -> Iterator[tuple[tuple[Kind, str], str]]:
    """Yield what the data say of a person, by kind and key, and what the card on the page says instead."""
    same = shown.get(card.name)
    for field, kind in FIELDS.items() if same is not None else ():
        ours, theirs = getattr(card, field), getattr(same, field)
        if ours and theirs and ours.isdisjoint(theirs):
            yield from (((kind, one), ", ".join(sorted(theirs))) for one in ours)


def _seen_instead(mention: Mention, visible: set[tuple[Kind, str]]) -> str | None:
    """Return what people read in its stead; None where they read the same, or nothing like it."""
    said = mention.said
    if (said.kind, said.key) in visible:
        return None
    return closest(said.key, (key for kind, key in visible if kind is said.kind))
