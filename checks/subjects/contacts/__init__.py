"""What a page says of how to reach somebody: in its text, its links, its contact cards, its data.

Every number, address and hour is found with the place where it stands; rules judge them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Final

from checks.subjects.contacts.blocks import Block, is_read, language_of, text_blocks
from checks.subjects.contacts.cards import described_card, shown_card, with_class
from checks.subjects.contacts.model import Card, Kind, Mention, Placed, Reach, Said, Source, line_in
from checks.subjects.contacts.reading import TELLING, Reader
from checks.subjects.data import Data, read_data
from checks.values import telephone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.dom.tree import Dom, Node

__all__ = [
    "SWEDEN",
    "Block",
    "Card",
    "Contacts",
    "Kind",
    "Mention",
    "Placed",
    "Reach",
    "Said",
    "Source",
    "line_in",
]

SWEDEN: Final = frozenset({"SE", "SWE", "Sverige", "Sweden"})  # as addressCountry has it
_SPOKEN: Final = ("aria-label", "alt", "title")  # attributes that are read out, or shown
_DESCRIPTIONS: Final = frozenset({"description", "og:description", "twitter:description"})
_PERSONAL: Final = frozenset({Kind.TELEPHONE, Kind.EMAIL})
_SWEDISH_NUMBER: Final = re.compile(r"\+46[ \u00a0(-]?[\d(]")
_NAME: Final = re.compile(r"(?=\b([A-ZÅÄÖÜÉ][\w'-]+ [A-ZÅÄÖÜÉ][\w'-]+))")
_NAMED: Final = 80  # characters of the text before a number in which its owner's name may stand
_NEAR: Final = 200  # characters of the text after an address in which its country may stand


class Contacts:
    """The contact facts of one page."""

    def __init__(self, dom: Dom, site_language: str = "") -> None:
        """Read the page that ``dom`` is the tree of; ``site_language`` is that of its site, where known."""
        self._dom = dom
        self._site_language = site_language

    @cached_property
    def blocks(self) -> list[Block]:
        """Return the text of the page, block by block."""
        return list(text_blocks(self._dom.root)) if self._dom.root is not None else []

    @cached_property
    def text(self) -> str:
        """Return the text of all blocks, each on lines of its own: for a first look at all of it."""
        return "\n".join([block.text for block in self.blocks])

    @cached_property
    def home(self) -> str | None:
        """Return where national numbers are at home: as the languages of site, page and editions tell.

        A page that names a Swedish number whole, or links to one, is at home in Sweden too.
        """
        root = self._dom.root
        languages = [self._site_language, root.get("lang") if root is not None else ""]
        languages += [link.get("hreflang") for link in self._dom.all("link", "a") if link.has("hreflang")]
        home = telephone.home_of(languages)
        return telephone.SWEDEN if home != telephone.SWEDEN and self._has_swedish_number else home

    @property
    def _has_swedish_number(self) -> bool:
        linked = any(link.get("href").startswith("tel:+46") for link in self._dom.all("a"))
        return linked or any(_SWEDISH_NUMBER.search(block.text) for block in self.blocks)

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
        cards = self._h_cards if self.home == telephone.SWEDEN else ()
        parts = (part for card in cards for part in with_class(card, "p-locality"))
        return frozenset((*told, *(" ".join(part.text.split()) for part in parts)))

    @cached_property
    def data(self) -> list[Data]:
        """Return the things that the page's JSON-LD describes, and what of it cannot be read."""
        scripts = (node for node in self._dom.all("script") if "ld+json" in node.get("type").lower())
        return [thing for script in scripts for thing in read_data(script)]

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Return all that the page says of how to reach somebody: text first, then links, then data."""
        reader = Reader(self.home, self.towns)
        return (
            *self._in_text(reader),
            *self._in_attributes(reader),
            *self._in_links(reader),
            *self._in_data(reader),
        )

    @cached_property
    def cards(self) -> tuple[Placed, ...]:
        """Return the people and units that h-cards and JSON-LD describe, with their names."""
        found = [shown_card(node, self.home) for node in self._h_cards]
        found += [described_card(thing, self.home) for thing in self.data if thing.name]
        return tuple(placed for placed in found if placed.card.says_something)

    def of(
        self, *kinds: Kind, sources: Iterable[Source] = (Source.TEXT, Source.ATTRIBUTE)
    ) -> Iterator[Mention]:
        """Yield the mentions of these kinds in these places."""
        wanted = tuple(sources)  # of few; no set, because members of an Enum are slow to hash
        return (
            mention
            for mention in self.mentions
            if mention.said.kind in kinds and mention.said.source in wanted
        )

    @cached_property
    def _h_cards(self) -> list[Node]:
        return [
            node
            for node in self._dom.having("class")
            if "h-card" in node.attributes["class"].split() and is_read(node)
        ]

    def _in_text(self, reader: Reader) -> Iterator[Mention]:
        for number, block in enumerate(self.blocks):
            text = block.text
            if not TELLING.search(text):
                continue
            following = self.blocks[number + 1].text[:_NEAR] if number + 1 < len(self.blocks) else ""
            for kind, key, is_certain, value in reader.in_text(text, block.language, following):
                run = block.at(value.start)
                names = _names_before(text, value.start) if kind in _PERSONAL else ()
                said = Said(kind, key, value.text, Source.TEXT, is_certain, names)
                yield Mention(said, run.parent, language_of(run.parent), value, run, None, text)

    def _in_attributes(self, reader: Reader) -> Iterator[Mention]:
        for node, name in self._spoken():
            text, language = node.attributes[name], language_of(node)
            if TELLING.search(text) and is_read(node):
                for kind, key, is_certain, value in reader.in_text(text, language):
                    said = Said(kind, key, value.text, Source.ATTRIBUTE, is_certain)
                    yield Mention(said, node, language, value, None, name, text)

    def _spoken(self) -> Iterator[tuple[Node, str]]:
        """Yield the attributes that are read out, or shown, and those that describe the page elsewhere."""
        for node in self._dom.having("content", *_SPOKEN):
            describes = node.tag == "meta" and (node.get("name") or node.get("property")) in _DESCRIPTIONS
            names = (*_SPOKEN, "content") if describes else _SPOKEN
            yield from ((node, name) for name in names if name in node.attributes)

    def _in_links(self, reader: Reader) -> Iterator[Mention]:
        for node in self._dom.all("a", "area"):
            href = node.get("href")
            for kind, key in reader.in_address(href) if is_read(node) else ():
                said = Said(kind, key, href, Source.LINK)
                yield Mention(said, node, language_of(node), None, None, "href")

    def _in_data(self, reader: Reader) -> Iterator[Mention]:
        for thing in self.data:
            for kind, key, written in reader.in_data(thing):
                said = Said(kind, key, written, Source.DATA)
                yield Mention(said, thing.script, "", None, thing.run)


def _names_before(text: str, offset: int) -> tuple[str, ...]:
    """Return what may be a person's name close before ``offset``, the nearest first."""
    return tuple(reversed(_NAME.findall(text[max(0, offset - _NAMED) : offset])))
