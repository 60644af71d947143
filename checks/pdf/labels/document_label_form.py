"""What a link says about a document is written as its language writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.subjects import Link, SitePage
from checks.values.labels import abbreviation, written_format
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class DocumentLabelForm(Rule[SitePage, Link]):
    """Some screen readers say PDF letter by letter and Pdf as a word that nobody knows.

    Write pdf in Swedish, PDF in English and German; both are understood everywhere.
    """

    id = "document-label-form"
    title = msg("Links to documents write the format in one case")
    severity = Severity.ADVISORY

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links to documents that state the format."""
        return (link for link in page.documents if written_format(link.label.text))

    def expectation(self, link: Link) -> Verdict:
        """Require all letters small or all capital."""
        name = written_format(link.label.text) or ""
        if name.islower() or name.isupper():
            return PASSED
        return Failed(
            msg("The link says {name}. Write {right}.", name=name, right=abbreviation(link.label.language))
        )
