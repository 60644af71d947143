"""The editions of a page have the same lists, with as many items, in the same places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.editions._shapes import Compared, counted, judge
from checks.model import Rule, Severity, Verdict
from checks.subjects import SitePage
from checks.subjects.shape import ITEM, LIST
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class EditionLists(Rule[SitePage, Compared]):
    """An item that is lost in translation keeps a requirement, a document or a step from some readers.

    Put the item into the edition that lacks it, or remove it from the other.
    """

    id = "edition-lists"
    title = msg("Lists are the same in all languages")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Compared]:
        """Yield the parts of this edition that differ from the original; else the page as a whole."""
        return counted(page, ITEM + LIST)

    def expectation(self, compared: Compared) -> Verdict:
        """Require as many as the original has."""
        return judge(
            compared,
            msg(
                "This part of the page has {here} lists and items, but {path} has {there}. "
                "Give both the same.",
                here=compared.here,
                there=compared.there,
                path=compared.original.path,
            ),
        )
