"""Every page links to the statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.statement._site import is_linked_from_most, is_linked_from_start, links_to_statement, statements
from checks.subjects import SitePage
from checks.subjects.page import Medium
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class StatementLinked(Rule[SitePage, SitePage]):
    """Who cannot use a page looks for the statement on that page, at its foot, and not on another.

    Put a link to the statement into the footer of every page.
    """

    id = "statement-linked"
    title = msg("Pages link to the accessibility statement")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[SitePage]:
        """Yield every page but the statement itself, on a site that has one."""
        facts = page.facts
        is_read = facts.medium is Medium.HTML and not facts.sends_on and not page.is_front
        if is_read and facts.statement is None and statements(page.site):
            yield page

    def expectation(self, page: SitePage) -> Verdict:
        """Require a link from the page.

        The law is content with one from the start page; so are we on a site of others where not nearly all
        pages have one.
        """
        if links_to_statement(page):
            return PASSED
        is_ours = page.site.settings.language is not None
        if not is_ours and is_linked_from_start(page) and not is_linked_from_most(page.site):
            return PASSED
        return Failed(msg("The page has no link to the accessibility statement. Put one into its footer."))
