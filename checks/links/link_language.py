"""What a link says about the language behind it is true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.languages import primary
from checks.links._languages import language_of_target
from checks.links._rule import LinkRule
from checks.model import PASSED, Failed, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINKS: Final = ("a", "area")


class LinkLanguage(LinkRule):
    """Who is told that a document is in their language, and gets another, was told wrongly.

    Write in hreflang the language that the page or the PDF is in. Where that one is marked wrongly itself,
    correct its lang, or the language of the document in the program that made it.
    """

    id = "link-language"
    title = msg("Links announce the language that they lead to")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links with hreflang to pages and documents of the site that say their language."""
        for link in page.own_links:
            is_announced = link.reference.language and link.reference.tag in _LINKS
            if is_announced and link.destination.arrival is Arrival.FOUND and language_of_target(link):
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require the same primary language."""
        actual = language_of_target(link)
        if primary(link.reference.language) == primary(actual):
            return PASSED
        return Failed(
            msg(
                'The link says hreflang="{language}", but {path} says that it is in "{actual}". Correct '
                "the one that is wrong.",
                language=link.reference.language,
                path=link.page.site.shown(link.destination.path),
                actual=actual,
            ),
            "hreflang",
        )
