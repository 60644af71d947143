"""Addresses hold no characters that nobody sees."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from checks.contacts._reading import in_text
from checks.model import PASSED, Failed, Fault, Rule, Severity, Verdict
from checks.subjects import Page
from checks.subjects.contacts import Kind
from checks.values.spaces import INVISIBLE, named
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node

_IN_NUMBER = re.compile("\\d[\\d \u00a0-]{0,15}[\u00ad\u200b-\u200d\u2060\ufeff][\\d \u00a0-]{0,15}\\d")
_HYPHENS = re.compile("[\u2010\u2011]")
_ODD = re.compile("%(?:C2%AD|E2%80%8[B-F]|E2%81%A0|EF%BB%BF)", re.IGNORECASE)


class Copied(NamedTuple):
    """An address or a number that visitors follow or copy; ``attribute`` where it stands in one."""

    element: Node
    text: str
    attribute: str | None = None


class InvisibleCharacters(Rule[Page, Copied]):
    """A zero-width space or a soft hyphen in an address is copied with it, and the address leads nowhere.

    Delete the address and type it anew; copied text often brings such characters along.
    """

    id = "invisible-characters"
    title = msg("Addresses hold no invisible characters")
    severity = Severity.BLOCKING
    fault = Fault.WORDS

    def applicability(self, page: Page) -> Iterator[Copied]:
        """Yield the addresses of links, e-mail addresses in the text, and numbers with something between."""
        for link in page.dom.all("a", "area"):
            if link.has("href"):
                yield Copied(link, link.get("href"), "href")
        for mention in in_text(page, Kind.EMAIL):
            yield Copied(mention.node, mention.written)
        for block in page.contacts.blocks if INVISIBLE.search(page.contacts.text) else ():
            if INVISIBLE.search(block.text):
                for found in _IN_NUMBER.finditer(block.text):
                    yield Copied(block.at(found.start()).parent, found[0])

    def expectation(self, address: Copied) -> Verdict:
        """Require characters that people see."""
        hidden = INVISIBLE.search(address.text) or (
            None if address.attribute is None else INVISIBLE.search(_decoded(address.text))
        )
        if hidden is None and address.attribute is None:
            hidden = _HYPHENS.search(address.text)
        if hidden is None:
            return PASSED
        seen = _HYPHENS.sub("-", INVISIBLE.sub("", _decoded(address.text)))
        return Failed(
            msg(
                "{address} holds the character {character}, which nobody sees. Type it anew.",
                address=seen,
                character=named(hidden[0]),
            ),
            address.attribute,
        )


def _decoded(address: str) -> str:
    return unquote(address, errors="replace") if _ODD.search(address) else address
