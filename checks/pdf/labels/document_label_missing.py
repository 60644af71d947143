"""Links to documents say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Link, SitePage
from checks.values.labels import stated_size, states_format, suggested
from pipeline.model import msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class DocumentLabelMissing(Rule[SitePage, Link]):
    """A document opens in another program, away from menu and search; who knows that finds back.

    State format and size in the link, after its words: "Policy för internationellt arbete (pdf,
    682,4 kB)". Tolkbar writes it by itself for a document with an entry in documents.toml.
    """

    id = "document-label-missing"
    title = msg("Links to documents state format and size")
    severity = Severity.ADVISORY
    requirements = wcag("2.4.4")

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links to documents of this site."""
        return iter(page.documents)

    def expectation(self, link: Link) -> Verdict:
        """Require both, in the link or just behind it."""
        label = link.label
        if states_format(label.text) and stated_size(label.text):
            return PASSED
        size = link.page.site.files.size(link.destination.path) or 0
        return Failed(
            msg(
                "The link to {address} does not say both that it leads to a PDF and how large it is. "
                "Add {label}.",
                address=link.reference.address,
                label=suggested(size, label.language),
            )
        )
