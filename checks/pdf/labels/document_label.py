"""What a link says about a document is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.model import PASSED, Failed, Rule, Severity, Verdict
from checks.requirements import wcag
from checks.subjects import Link, SitePage
from checks.values.labels import other_format, stated_size, states_format, wrong_size
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE = b"%PDF-"
_WITHIN = 1024  # readers look for the signature this far into the file (ISO 32000-1, annex H)


class DocumentLabel(Rule[SitePage, Link]):
    """Who pays for data decides by the size, who listens by the format: both must be true.

    State the size of the file that is published: "pdf, 682,4 kB", in English "PDF, 682.4 kB".
    Tolkbar writes it by itself for a document with an entry in documents.toml.
    """

    id = "document-label"
    title = msg("What a link says about a document is true")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4")

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links to documents that state a format or a size."""
        for link in page.documents:
            text = link.label.text
            if states_format(text) or other_format(text) or stated_size(text):
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require a PDF where the label says so, and its size, written as in the label's language."""
        size = link.page.site.files.size(link.destination.path)
        fault = _wrong_format(link) or wrong_size(link.label.text, link.label.language, size)
        return PASSED if fault is None else Failed(fault)


def _wrong_format(link: Link) -> Message | None:
    path = link.destination.path
    if link.page.site.files.begins_with(path, _SIGNATURE, _WITHIN):
        other = other_format(link.label.text)
        if other is None:
            return None
        return msg("The label says {format}, but the file is a PDF. Correct it.", format=other)
    return msg("{path} is no PDF, whatever its name says. Replace the file.", path=link.page.site.shown(path))
