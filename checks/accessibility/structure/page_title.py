"""Every page has a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageTitle(Rule[Page, Node]):
    """The title is what a screen reader says first, and a page's name in tabs, bookmarks and search.

    Write in the title element what the page is about, then the name of the site: "Internationellt
    arbete – Västerås stad".
    """

    id = "page-title"
    title = msg("Pages have a title")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.2")
    act = ("2779a5",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the first title, or the page itself where it has none."""
        if page.html is not None and page.dom.root is not None:
            yield next((title for title in page.dom.all("title") if title.is_html), page.dom.root)

    def expectation(self, title: Node) -> Verdict:
        """Require text in it; whether it describes the page is another rule's question."""
        if title.tag != "title":
            return Failed(msg("The page has no title. Write what it is about in a title element."))
        if not title.text.strip():
            return Failed(msg("The title of the page is empty. Write what the page is about."))
        return PASSED
