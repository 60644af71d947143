"""People and units as a page describes them: in h-cards (microformats2) and in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.subjects.contacts.model import Card, Placed, Source
from checks.subjects.contacts.reading import digits
from checks.values import address, email, telephone
from checks.values.spaces import as_typed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.dom.tree import Node
    from checks.subjects.data import Data


def shown_card(node: Node, home: str | None) -> Placed:
    """Return the card that an element of the class ``h-card`` shows."""
    parts: dict[str, list[str]] = {}
    for part in node.descendants:
        for name in part.get("class").split():
            if name[:2] in {"p-", "u-"}:
                parts.setdefault(name[2:], []).append(_value(part))
    card = Card(
        name=next(iter(parts.get("name", ())), ""),
        role=next(iter(parts.get("job-title", ())), ""),
        telephones=_numbers(parts.get("tel", ()), home),
        emails=frozenset(map(email.canonical, parts.get("email", ()))) - {""},
        postcodes=frozenset(map(digits, parts.get("postal-code", ()))) - {""},
        rooms=_rooms([" ".join(node.text.split())]),
    )
    return Placed(card, next(with_class(node, "p-name"), node))


def described_card(thing: Data, home: str | None) -> Placed:
    """Return the card that a thing of JSON-LD describes."""
    card = Card(
        name=thing.name,
        role=thing.role,
        telephones=_numbers(thing.telephones, home),
        emails=frozenset(map(email.canonical, thing.emails)),
        postcodes=frozenset(digits(code) for code, _ in thing.postcodes),
        rooms=_rooms(thing.streets),
        source=Source.DATA,
    )
    return Placed(card, thing.script, thing.run)


def with_class(node: Node, name: str) -> Iterator[Node]:
    """Yield the elements in ``node`` of the class ``name``."""
    return (part for part in node.descendants if name in part.get("class").split())


def _numbers(written: Iterable[str], home: str | None) -> frozenset[str]:
    return frozenset(number.number for one in written if (number := telephone.read(one, home)))


def _rooms(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(room.room for text in texts for room in address.find_rooms(text))


def _value(part: Node) -> str:
    """Return the text of a part of an h-card, or the address that it links to where it has none."""
    text = as_typed(part.text)
    href = part.get("href")
    return text or (href.partition(":")[2] if href.lower().startswith(("tel:", "mailto:")) else "")
