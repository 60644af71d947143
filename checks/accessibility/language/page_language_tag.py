"""The language of a page is one that exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.dom.tree import Node
from checks.languages import is_known
from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Page
from checks.subjects.page import HTML_SPACE
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class PageLanguageTag(Rule[Page, Node]):
    """A screen reader that does not know the language tag of a page reads it with the wrong sounds.

    Use the shortest tag for the language: "sv" and not "swe" or "svenska", "en" and not "eng".
    A country may follow: "en-GB".
    """

    id = "page-language-tag"
    title = msg("The language of a page is a known one")
    severity = Severity.BLOCKING
    requirements = wcag("3.1.1")
    act = ("bf051a",)

    def applicability(self, page: Page) -> Iterator[Node]:
        """Yield the document element of a page, served as HTML, that names its language."""
        html = page.dom.root
        if page.is_html and html is not None and html.get("lang").strip(HTML_SPACE):
            yield html

    def expectation(self, html: Node) -> Verdict:
        """Require that the primary subtag is a language in IANA's registry."""
        language = html.get("lang")
        if is_known(language):
            return PASSED
        return Failed(
            msg(
                'No language has the tag "{language}". Write for example "sv", "en" or "de".',
                language=language,
            ),
            "lang",
        )
