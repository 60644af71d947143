"""A postcode has the digits that the post sorts by."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checks.contacts._reading import in_text
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import SWEDEN, Kind
from checks.values import address
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_DIGITS = 5


class Code(NamedTuple):
    """A Swedish postcode as it is written."""

    element: Node
    written: str


class Postcode(Rule[Page, Code]):
    """A letter whose postcode lacks a digit, or has one too many, goes astray.

    Compare the postcode with the record of the address: it has five digits.
    """

    id = "postcode"
    title = msg("Swedish postcodes have five digits")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Code]:
        """Yield the Swedish postcodes in the text, in contact cards and in data."""
        for mention in in_text(page, Kind.POSTCODE):
            if "p-postal-code" not in mention.node.get("class"):
                yield Code(mention.node, mention.written)
        for node in page.dom.having("class"):
            if "p-postal-code" in node.get("class") and _is_swedish(node, page.contacts.towns):
                yield Code(node, " ".join(node.text.split()))
        for thing in page.contacts.data:
            if SWEDEN & set(thing.countries):
                for code, _ in thing.postcodes:
                    yield Code(thing.script, code)

    def expectation(self, code: Code) -> Verdict:
        """Require five digits."""
        if len(re.sub(r"\D", "", code.written)) == _DIGITS:
            return PASSED
        return Failed(
            msg("{postcode} is no Swedish postcode: it has five digits. Correct it.", postcode=code.written)
        )


def _is_swedish(node: Node, known: frozenset[str]) -> bool:
    """Return whether a card's postcode is one of Sweden: by ``SE-``, its country or its town."""
    card = node.parent
    text = card.text if card is not None else ""
    towns = (
        part.text.strip() for part in (card.elements if card else ()) if "p-locality" in part.get("class")
    )
    return (
        "SE-" in node.text
        or address.names_sweden(text)
        or any(town in known or address.is_town(town) for town in towns)
    )
