"""Every page says which language it is in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import Node
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.subjects.page import HTML_SPACE
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageLanguage(Rule[Page, Node]):
    """Without a language, a screen reader reads German with the sounds of the language it is set to.

    Write the language of the page on its html element: lang="sv", lang="en", lang="de".
    """

    id = "page-language"
    title = msg("Pages say which language they are in")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    act = ("b5c3f8",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element of a page that is served as HTML."""
        if page.is_html and page.dom.root is not None:
            yield page.dom.root

    def expectation(self, html: Node) -> Verdict:
        """Require a ``lang`` with something in it."""
        if not html.has("lang"):
            return Failed(
                msg('The page does not say which language it is in. Write lang="…" on its html element.')
            )
        if not html.get("lang").strip(HTML_SPACE):
            return Failed(msg('The language of the page is empty. Write it, for example lang="sv".'), "lang")
        return PASSED
