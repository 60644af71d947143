"""The same people are introduced in all editions of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, CannotTell, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.editions import are_alike
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.subjects import Told
    from checks.subjects.contacts import Card


class Introduced(NamedTuple):
    """A card of this edition and the one that answers to it in the original; None where there is none.

    A card that this edition lacks is the original's, and its own answer.
    """

    told: Told
    answer: Card | None
    original: SitePage


class ContactEditions(Rule[SitePage, Introduced]):
    """A name is no word to translate: readers must be able to ask for the person in any language.

    Write the same name in all editions, and say in each what the person does.
    """

    id = "contact-editions"
    title = msg("Contact cards introduce the same people in all languages")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: SitePage) -> Iterator[Introduced]:
        """Yield the cards of this edition, and those that it lacks."""
        original = page.original
        if original is None:
            return
        theirs = list(original.cards)
        answered: set[str] = set()
        for told in page.cards:
            answer = _answer(told.card, (other.card for other in theirs))
            answered.add(answer.name if answer else "")
            yield Introduced(told, answer, original)
        for told in theirs:
            if told.card.name not in answered:
                yield Introduced(replace(told, missing=page), told.card, original)

    def expectation(self, introduced: Introduced) -> Verdict:
        """Require the same name, and a role where the original has one."""
        fault = _fault(introduced)
        if fault is None:
            return PASSED
        page = introduced.told.missing or introduced.told.page
        return Failed(fault) if are_alike(page, introduced.original) else CannotTell(fault)


def _answer(card: Card, others: Iterable[Card]) -> Card | None:
    """Return the card of the same name and kind, else one with the same e-mail address or number."""
    same_kind = [other for other in others if other.source is card.source]
    by_name = (other for other in same_kind if other.name == card.name)
    by_reach = (
        other for other in same_kind if other.emails & card.emails or other.telephones & card.telephones
    )
    return next(by_name, None) or next(by_reach, None)


def _fault(introduced: Introduced) -> Message | None:
    card, answer, path = introduced.told.card, introduced.answer, introduced.original.path
    if introduced.told.missing is not None:
        return msg(
            "The page lacks the card of {name}, which is on {path}. Show it here too.",
            name=card.name,
            path=path,
        )
    if answer is None:
        return None
    if answer.name != card.name:
        return msg(
            "{name} is called {other} on {path}. Write the name alike.",
            name=card.name,
            other=answer.name,
            path=path,
        )
    if answer.role and not card.role:
        return msg(
            "The card of {name} lacks the role, which is on {path}. Write it here too.",
            name=card.name,
            path=path,
        )
    return None
