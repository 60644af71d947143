"""What several rules on contacts ask of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import once
from checks.subjects.contacts import Kind, Mention, Source
from checks.values.telephone import Telephone, Written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.dom.tree import Dom, Node
    from checks.subjects import Page

FIELDS = {  # of a card, and the kind of fact that stands in it
    "telephones": Kind.TELEPHONE,
    "emails": Kind.EMAIL,
    "postcodes": Kind.POSTCODE,
    "rooms": Kind.ROOM,
}
SLIPS = 2  # changes that a slip of the hand makes: a digit lost, added, swapped, or two


def links(page: Page, scheme: str) -> Iterator[Node]:
    """Yield the links whose address begins with ``scheme:``, in any letter case."""
    return iter(_by_scheme(page.dom).get(scheme, ()))


@once
def _by_scheme(dom: Dom) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    for link in dom.all("a", "area"):
        scheme, colon, _ = link.get("href").strip().lower().partition(":")
        if colon:
            found.setdefault(scheme, []).append(link)
    return found


def in_text(page: Page, kind: Kind) -> Iterator[Mention]:
    """Yield what of this kind people read in the page's text."""
    return page.contacts.of(kind, sources=[Source.TEXT])


def telephone_of(mention: Mention) -> Telephone | None:
    """Return the number of a mention in a text; None for a look-alike, and for what is no number."""
    return mention.value.telephone if isinstance(mention.value, Written) else None


def closest(key: str, others: Iterable[str]) -> str | None:
    """Return the one of ``others`` that a slip of the hand would make of ``key``; None where none is near."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - most contacts agree

    near = ((OSA.distance(key, other, score_cutoff=SLIPS), other) for other in others)
    distance, best = min(near, default=(SLIPS + 1, ""))
    return best if distance <= SLIPS else None


def around(node: Node) -> Node | None:
    """Return the contact card that ``node`` stands in: an h-card, or an ``address``."""
    cards = (
        one for one in node.with_ancestors if one.tag == "address" or "h-card" in one.get("class").split()
    )
    return next(cards, None)
