"""Long documents have headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents.structure.roles import level
from checks.model import PASSED, Failed, Severity, Verdict
from checks.pdf._facts import FactsRule
from checks.requirements import wcag
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.documents import Facts

_LONG: Final = 3  # pages
_WORDY: Final = 4_000  # letters


class Sectioned(NamedTuple):
    """How many pages a document has, and whether there are headings on them."""

    pages: int
    has_headings: bool


class PdfHeadingMissing(FactsRule[Sectioned]):
    """Who cannot see the pages moves from heading to heading; without any, all must be listened to.

    Give the headings the styles Heading 1, Heading 2 … in Word or LibreOffice, not only larger letters,
    and export again with tags.
    """

    id = "pdf-heading-missing"
    title = msg("Long documents have headings")
    severity = Severity.ADVISORY
    requirements = wcag("1.3.1")
    parts = ("structure", "content")

    def targets(self, facts: Facts) -> Iterator[Sectioned]:
        """Yield a tagged document of several pages with text."""
        if facts.structure is None or facts.content is None or facts.pages < _LONG:
            return
        if sum(page.letters for page in facts.content.pages) >= _WORDY and facts.structure.nodes:
            has_headings = any(node.role == "H" or level(node.role) for node in facts.structure.nodes)
            yield Sectioned(facts.pages, has_headings)

    def judge(self, sectioned: Sectioned) -> Verdict:
        """Require a heading."""
        if sectioned.has_headings:
            return PASSED
        return Failed(
            msg(
                "The document has {pages} pages and no heading to move to. Give its headings the styles "
                "Heading 1, Heading 2 … in Word, and export it anew.",
                pages=sectioned.pages,
            )
        )
