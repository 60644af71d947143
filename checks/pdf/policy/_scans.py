"""Pages that are pictures of pages, for the two rules on scans."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.pdf._facts import FactsRule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts
    from checks.documents.content import PageContent

FEW: Final = 10  # letters, as of a page number that a scanner adds
MOST: Final = 0.5  # of the page, that pictures cover


class Scans(NamedTuple):
    """How many pages of a document are scans; ``page`` is the first of them, 0 if none is."""

    page: int
    number: int
    is_all: bool


class ScanRule(FactsRule[Scans]):
    """A rule on the scans in a document: one target for all."""

    parts = ("content",)

    def targets(self, facts: Facts) -> Iterator[Scans]:
        """Yield the document, if anything is painted on its pages."""
        pages = [page for page in facts.content.pages if page.painted] if facts.content is not None else []
        if pages:
            scans = self.scans(pages)
            yield Scans(scans[0].page if scans else 0, len(scans), len(scans) == len(pages))

    @abstractmethod
    def scans(self, pages: list[PageContent]) -> list[PageContent]:
        """Return the pages that the rule finds fault with."""


def has_text(page: PageContent) -> bool:
    """Return whether a page has text that can be read aloud, seen or not."""
    return page.letters + page.hidden >= FEW
