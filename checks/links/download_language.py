"""Links to documents in another language say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.languages import primary
from checks.links._languages import language_of_target, stated_language
from checks.links._rule import LinkRule
from checks.model import PASSED, Failed, Severity, Verdict
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Link, SitePage


class DownloadLanguage(LinkRule):
    """A reader downloads a document, and only then sees that it is in a language they do not read.

    Add hreflang with the language of the document to the link, and say it in words too: "Policy (in
    Swedish, PDF, 682.4 kB)". Tolkbar writes both for a document with an entry in documents.toml, where the
    language has to be that of the document.
    """

    id = "download-language"
    title = msg("Links to documents in another language say so")
    severity = Severity.ADVISORY

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links to documents in another language than the page's."""
        own = primary(page.facts.language)
        for link in page.documents if own else ():
            language = _language(link)
            if language and primary(language) != own:
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require hreflang; whether it is true, another rule asks."""
        if link.reference.language:
            return PASSED
        return Failed(
            msg(
                'The document behind {address} is in "{language}", which the link does not say. Add '
                'hreflang="{language}".',
                address=link.address,
                language=_language(link),
            ),
            "type",  # what else the link says of the document, it says there
        )


def _language(link: Link) -> str:
    """Return the language that the document says it is in; where it says none, that which the link names."""
    return language_of_target(link) or stated_language(link)
