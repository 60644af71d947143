"""One contact reads the same wherever a site shows it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import FIELDS, closest
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checks.subjects import Told
    from checks.subjects.contacts import Card
    from checks.subjects.site import Seen

RECORD = "contacts.toml"


class Shown(NamedTuple):
    """What a card says in a field, and what it should; ``expected`` is None where it says so.

    ``told`` is the fact itself, where it stands; ``source`` names who says otherwise.
    """

    told: Told
    name: str
    here: str
    expected: str | None
    source: str


class ContactAgrees(Rule[SitePage, Shown]):
    """Of two numbers for the same person one is old, and the visitor does not know which.

    Show the contact's record, and correct it there; then it is the same on all pages.
    """

    id = "contact-agrees"
    title = msg("A contact reads the same everywhere on the site")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: SitePage) -> Iterator[Shown]:
        """Yield the cards, and what stands behind a name in the text, of who is shown elsewhere too."""
        for told in page.cards:
            yield from _compare(told)
        for told in page.said:
            yield from _beside_name(told)

    def expectation(self, shown: Shown) -> Verdict:
        """Require what the record says, or most of the pages."""
        if shown.expected is None:
            return PASSED
        return Failed(
            msg(
                "{name} has {here} here, but {expected} in {source}. Correct the one that is wrong.",
                name=shown.name,
                here=shown.here,
                expected=shown.expected,
                source=shown.source,
            )
        )


def _compare(told: Told) -> Iterator[Shown]:
    card, site = told.card, told.page.site
    record = next((record for record in site.settings.contacts if _is_same(card, record)), None)
    others = {other: seen for other, seen in site.people.get(card.name, {}).items() if _is_same(card, other)}
    if record is None and sum(seen.times for seen in others.values()) <= 1:  # itself alone
        return
    for field in FIELDS:
        here = getattr(card, field)
        expected, where = (getattr(record, field), RECORD) if record else _usual(field, others)
        differs = bool(here and expected) and not here <= expected and not expected <= here
        fact = _fact(told, field, here - expected) if differs else told
        yield Shown(fact, card.name, _listed(here), _listed(expected) if differs else None, where)


def _beside_name(told: Told) -> Iterator[Shown]:
    """Yield the number or mailbox behind a known name in the text, and what a slip of the hand made it of."""
    said, site = told.said, told.page.site
    name = next((name for name in said.names if name in site.reached), None) if said.names else None
    if name is None:
        return
    counts = site.reached[name]
    here = counts[said.kind, said.key]
    usual = [key for (kind, key), times in counts.items() if kind is said.kind and times > here]
    is_own = (said.kind, said.key) in site.owned
    expected = None if is_own else closest(said.key, usual)
    yield Shown(told, name, said.written, expected, _who_says(told, name, expected or ""))


def _who_says(told: Told, name: str, key: str) -> str:
    """Return the record, or else the first page, that gives ``key`` as how to reach somebody."""
    site = told.page.site
    if any(record.name == name for record in site.settings.contacts):
        return RECORD
    cards = site.people.get(name, {}).items()
    pages = (seen.path for card, seen in cards if any(key == one for _, one in card.reached))
    return next(pages, site.path)


def _fact(told: Told, field: str, wrong: frozenset[str]) -> Told:
    """Return the fact of the page that says what is ``wrong`` in the card; else the card itself."""
    facts = (
        fact
        for fact in told.page.said
        if fact.said.kind is FIELDS[field]
        and fact.said.source is told.card.source
        and fact.said.key.partition(" ")[0] in wrong
    )
    return next(facts, told)


def _usual(field: str, others: Mapping[Card, Seen]) -> tuple[frozenset[str], str]:
    """Return what most cards say in a field, and a page that says it; of a draw, what the first one says."""
    counts: Counter[frozenset[str]] = Counter()
    pages: dict[frozenset[str], str] = {}
    for card, seen in others.items():
        value = getattr(card, field)
        if value:
            counts[value] += seen.times
            pages.setdefault(value, seen.path)
    value = max(counts, key=counts.__getitem__, default=frozenset[str]())
    return value, pages.get(value, "")


def _is_same(card: Card, other: Card) -> bool:
    """Return whether two cards are one contact's: the same name, and all but one of what else they say.

    Namesakes share a postcode, or even a mailbox, but neither number nor room.
    """
    if card.name != other.name:
        return False
    pairs = [(getattr(card, field), getattr(other, field)) for field in FIELDS]
    agree = [bool(one & another) for one, another in pairs if one and another]
    return agree.count(False) <= 1 and any(agree)


def _listed(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))
