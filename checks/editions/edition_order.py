"""The editions of a page have their images, tables and lists in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.editions._shapes import differ, has_same_outline
from checks.model import PASSED, Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.shape import HEADINGS, IMAGE, LIST, TABLE
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place

_BLOCKS: Final = IMAGE + TABLE + LIST


class Order(NamedTuple):
    """The headings, images, tables and lists of ``page`` and of the ``original``, one letter each."""

    page: SitePage
    original: SitePage
    here: str
    there: str

    def stands(self) -> Place:
        """Return where the first one stands that is in another place."""
        pairs = zip(self.here, self.there, strict=True)
        at = next((at for at, (one, other) in enumerate(pairs) if one != other), 0)
        shape = self.page.facts.shape
        blocks = [number for number, letter in enumerate(shape.content) if letter in HEADINGS + _BLOCKS]
        return self.page.site.placing.shaped(self.page.facts.path, len(shape.before) + blocks[at])


class EditionOrder(Rule[SitePage, Order]):
    """Who is told on the telephone to look at the second table finds another one in their own language.

    Put images, tables and lists where the edition has them that this one is translated from.
    """

    id = "edition-order"
    title = msg("Images, tables and lists come in the same order in all languages")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Order]:
        """Yield the order of an edition that has the same headings and as many of each kind."""
        original = page.original
        if original is None or not has_same_outline(page, original):
            return
        here, there = (one.facts.shape.only(HEADINGS + _BLOCKS) for one in (page, original))
        if sorted(here) == sorted(there) and any(letter in here for letter in _BLOCKS):
            yield Order(page, original, here, there)

    def expectation(self, order: Order) -> Verdict:
        """Require the same order."""
        if order.here == order.there:
            return PASSED
        return differ(
            order.page,
            order.original,
            msg(
                "Here the images, tables and lists come in another order than in {path}. "
                "Put them in the same one.",
                path=order.original.path,
            ),
        )
