"""What a link says about a file to download is true."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.links._formats import HEAD, Format, format_of, named_format
from checks.links._rule import LinkRule
from checks.model import PASSED, Failed, Severity, Verdict
from checks.requirements import wcag
from checks.values.labels import wrong_size
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Link, SitePage


class DownloadLabel(LinkRule):
    """Who has no program for a format, or little data left, decides by what the link says of the file.

    State the format and the size of the file that is published: "(Word, 24,5 kB)". A kB may be 1,000 or
    1,024 bytes. PDF documents have a rule of their own.
    """

    id = "download-label"
    title = msg("What a link says about a file to download is true")
    severity = Severity.BLOCKING
    requirements = wcag("2.4.4")

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the links to files in other formats than PDF, and those with a type attribute."""
        for link in page.downloads:
            is_document = link.destination.path.lower().endswith(".pdf")
            if format_of(link.destination.path) and (link.reference.type or not is_document):
                yield link

    def expectation(self, link: Link) -> Verdict:
        """Require a file as its name says, and of the format and size that the link states."""
        path = link.destination.path
        expected = format_of(path)
        if expected is None:
            return PASSED
        fault = _wrong_type(link, expected)
        if fault is not None:
            return Failed(fault, "type")
        if path.lower().endswith(".pdf"):
            return PASSED
        label, files = link.label, link.page.site.files
        fault = _wrong_format(link, expected) or wrong_size(label.text, label.language, files.size(path))
        return PASSED if fault is None else Failed(fault)


def _wrong_type(link: Link, expected: Format) -> Message | None:
    stated = link.reference.type.partition(";")[0].strip()
    if not stated or stated.lower() == expected.type:
        return None
    return msg(
        'The link says type="{stated}", but {path} is of type "{actual}". Correct it.',
        stated=stated,
        path=link.page.site.shown(link.destination.path),
        actual=expected.type,
    )


def _wrong_format(link: Link, expected: Format) -> Message | None:
    site, path = link.page.site, link.destination.path
    ending = path.rpartition(".")[2]
    if not expected.begins(site.files.head(path, HEAD)):
        return msg(
            "{path} is no {format}, whatever its name says. Replace the file.",
            path=site.shown(path),
            format=ending,
        )
    stated = named_format(link.label.text)
    if stated is None or stated.lower() in expected.names:
        return None
    return msg(
        "The label says {stated}, but the file is called {path}. Correct it.",
        stated=stated,
        path=site.shown(path),
    )
