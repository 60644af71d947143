"""Every page has one main heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Counted, Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageHeading(Rule[Page, Counted]):
    """Who listens to a page jumps to its main heading to hear what it is about, and past the menu.

    Give the page one h1, which says the same as its title. The headings under it are h2, the ones
    under these h3. No success criterion asks for exactly one; it is this gate's house rule.
    """

    id = "page-heading"
    title = msg("Pages have one main heading")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Counted]:
        """Yield the main headings, or the page itself where it has none; a page that sends on needs none."""
        if page.html is not None and not page.sends_on:
            yield from page.counted('h1:not([role]), [role="heading" i][aria-level="1"]', stead="main > *")

    def expectation(self, heading: Counted) -> Verdict:
        """Require the first and no more."""
        if not heading.total:
            return Failed(
                msg("The page has no main heading. Make the heading that says what it is about an h1.")
            )
        if heading.number == 1:
            return PASSED
        return Failed(
            msg(
                "This is main heading number {number} of {total}. Keep one h1 and make the others h2.",
                number=heading.number,
                total=heading.total,
            )
        )
