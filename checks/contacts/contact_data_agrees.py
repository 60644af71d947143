"""What a page tells machines of a contact is what it tells people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checks.contacts._reading import closest
from checks.model import PASSED, CannotTell, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Card, Kind, Mention, Placed, Source
from checks.subjects.data import Data
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_FIELDS = {"role", "telephones", "emails", "postcodes", "rooms"}


@dataclass(frozen=True, slots=True)
class Machine:
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
        return None if isinstance(self.source, Data) else self.source.line


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
        for card in contacts.cards:
            if card.card.source is Source.DATA:
                yield from _against_card(card, shown)
        visible = {(mention.said.kind, mention.said.key) for mention in contacts.of(*Kind)}
        for mention in contacts.of(*Kind, sources=[Source.DATA]):
            yield Machine(mention, mention.written, _seen_instead(mention, visible))

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


def _against_card(placed: Placed, shown: dict[str, Card]) -> Iterator[Machine]:
    card = placed.card
    same = shown.get(card.name)
    if same is None:
        by_mail = (name for name, other in shown.items() if card.emails & other.emails)
        yield Machine(placed, card.name, closest(card.name, by_mail))
        return
    for field in sorted(_FIELDS):
        ours, theirs = getattr(card, field), getattr(same, field)
        if ours and theirs and ours != theirs and (field == "role" or ours.isdisjoint(theirs)):
            yield Machine(placed, _listed(ours), _listed(theirs))


def _seen_instead(mention: Mention, visible: set[tuple[Kind, str]]) -> str | None:
    """Return what people read in its stead; None where they read the same, or nothing like it."""
    said = mention.said
    if (said.kind, said.key) in visible:
        return None
    return closest(said.key, (key for kind, key in visible if kind is said.kind))


def _listed(values: str | frozenset[str]) -> str:
    return values if isinstance(values, str) else ", ".join(sorted(values))
