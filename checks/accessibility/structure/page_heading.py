"""Every page has a main heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.accessibility.structure._counted import Counted, counted
from checks.accessibility.structure._headings import main_headings
from checks.dom.exposure import exposed
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.dom.tree import Node


class PageHeading(Rule[Page, Counted]):
    """Who listens to a page jumps to its main heading to hear what it is about, and past the menu.

    Give the page an h1, which says the same as its title. The headings under it are h2, the ones
    under these h3. No success criterion asks for it; it is this gate's house rule.
    """

    id = "page-heading"
    title = msg("Pages have a main heading")
    severity = Severity.BLOCKING

    def applicability(self, page: Page) -> Iterator[Counted]:
        """Yield the first main heading, or what it should stand in; a page that sends on needs none."""
        if page.html is not None and not page.sends_on:
            yield from counted(main_headings(page)[:1], stead=_beginning(page))

    def expectation(self, heading: Counted) -> Verdict:
        """Require that there is one."""
        if heading.total:
            return PASSED
        return Failed(msg("The page has no main heading. Make the heading that says what it is about an h1."))


def _beginning(page: Page) -> Node | None:
    """Return the first element of the main content, where somebody would look for the heading."""
    main = next(exposed(page.dom, "main"), None)
    return page.dom.root if main is None else next(main.elements, main)
