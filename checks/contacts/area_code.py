"""A telephone number belongs to the town that it stands beside."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import around, in_text, telephone_of
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind, Mention
from checks.values import address
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Local(NamedTuple):
    """A number of a place, in the same contact card as a town."""

    mention: Mention
    area_code: str
    town: str

    @property
    def element(self) -> Node:
        """Return where the number stands."""
        return self.mention.node


class AreaCode(Rule[Page, Local]):
    """A number of another town beside an address is often one that was copied from somewhere else.

    Compare both with the record of the person or the unit.
    """

    id = "area-code"
    title = msg("The area code of a number is that of the town beside it")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Local]:
        """Yield the numbers in a card with one town whose area code is known."""
        towns = _towns(page)
        for mention in in_text(page, Kind.TELEPHONE) if towns else ():
            telephone = telephone_of(mention)
            area = telephone.area_code if telephone else None
            near = set[str]().union(*(towns.get(where, ()) for where in _surroundings(mention)))
            if area and len(near) == 1 and address.area_of(*near):
                yield Local(mention, area, *near)

    def expectation(self, number: Local) -> Verdict:
        """Require the town's area code."""
        expected = address.area_of(number.town)
        if number.area_code == expected:
            return PASSED
        return Failed(
            msg(
                "{number} has the area code {area}, but {town} has {expected}. Compare it with the record.",
                number=number.mention.written,
                area=number.area_code,
                town=number.town,
                expected=expected or "",
            )
        )


def _towns(page: Page) -> dict[object, set[str]]:
    """Return the towns in each contact card and paragraph that has a postcode."""
    found: defaultdict[object, set[str]] = defaultdict(set)
    for mention in in_text(page, Kind.POSTCODE):
        if isinstance(mention.value, address.Postcode):
            for where in _surroundings(mention):
                found[where].add(mention.value.town)
    return found


def _surroundings(mention: Mention) -> Iterator[object]:
    """Yield what a fact stands in: its paragraph, and its card if it is in one."""
    yield mention.block
    card = around(mention.node)
    if card is not None:
        yield card.order
