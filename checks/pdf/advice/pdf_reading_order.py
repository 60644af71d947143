"""The order of the tags is the order of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.documents.content import Order
from checks.model import PASSED, CannotTell, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_MANY: Final = 3  # jumps
_MOST: Final = 0.5  # of the steps


class PdfReadingOrder(FactsRule[Order]):
    """Screen readers read in the order of the tags. Where the page runs otherwise, its sense is lost.

    In Acrobat, go through the Order panel or the tags from the top, and drag them into the right order. In
    Word, keep text out of text boxes.
    """

    id = "pdf-reading-order"
    title = msg("Tags run as the page is read")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.2")
    parts = ("content", "structure")

    def targets(self, facts: Facts) -> Iterator[Order]:
        """Yield the pages with two and more tagged texts."""
        yield from facts.content.orders if facts.content is not None else ()

    def judge(self, order: Order) -> Verdict:
        """Require that no text is followed by one above it in its column; a few a person must judge."""
        if not order.jumps:
            return PASSED
        if order.jumps >= _MANY and order.jumps > _MOST * order.steps:
            return Failed(
                msg(
                    'The tags run from the bottom of the page to its top: after "{text}" comes "{next}", '
                    "which stands above it. In Acrobat, drag the tags into the order in which the page is "
                    "read.",
                    text=order.text,
                    next=order.next,
                )
            )
        return CannotTell(
            msg(
                'After "{text}" the tags go up the page, to "{next}". See in the Order panel of Acrobat '
                "whether the page is read in this order.",
                text=order.text,
                next=order.next,
            )
        )
