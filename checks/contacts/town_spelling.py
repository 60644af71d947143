"""The names of Swedish towns keep their rings and dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.values import address
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class Town(NamedTuple):
    """A town in the text, as it is ``written`` and as it is called."""

    element: Node
    written: str
    name: str


class TownSpelling(Rule[Page, Town]):
    """Å, ä and ö are letters of their own: without them a name is wrong, and read out wrongly.

    Write the name of the town as it is in Swedish, in every language.
    """

    id = "town-spelling"
    title = msg("Names of Swedish towns are spelled with å, ä and ö")
    severity = Severity.ADVISORY
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Town]:
        """Yield the towns with such letters in the text."""
        for block in page.contacts.blocks if address.names_towns(page.contacts.text) else ():
            for offset, written, name in address.towns_in(block.text):
                yield Town(block.at(offset).parent, written, name)

    def expectation(self, town: Town) -> Verdict:
        """Require the name as it is."""
        if town.written == town.name:
            return PASSED
        return Failed(
            msg("{written} is called {name}. Write the name so.", written=town.written, name=town.name)
        )
