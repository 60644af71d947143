"""Every address of a place in a document names one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from checks.links._documents import Document, document_at
from checks.links._rule import LinkRule, failed
from checks.model import PASSED, CannotTell, Severity, Verdict
from checks.subjects import Arrival, Link, SitePage
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE: Final = "page"
_PLACE: Final = "nameddest"


class PdfFragment(LinkRule):
    """A link to page 12 of a document with 10 pages opens it at the beginning, and the reader has to search.

    Behind the name of a PDF, #page= is followed by the number of a page, counted from 1 and not as printed
    on it; #nameddest= by the name of a place in the document.
    """

    id = "pdf-fragment"
    title = msg("Addresses of places in a PDF name one that is there")
    severity = Severity.BLOCKING

    def applicability(self, page: SitePage) -> Iterator[Link]:
        """Yield the addresses of documents that name a page or a place (RFC 8118, 3)."""
        for link in page.own_links:
            destination = link.destination
            if destination.fragment and destination.arrival is Arrival.FOUND:
                is_document = destination.path.lower().endswith(".pdf")
                if is_document and {_PAGE, _PLACE} & _parameters(destination.fragment).keys():
                    yield link

    def expectation(self, link: Link) -> Verdict:
        """Require that the document has it."""
        site, path = link.page.site, link.destination.path
        document = document_at(site, path)
        if document is None:
            return CannotTell(
                msg(
                    "Whether {address} names a place in the document cannot be told: it cannot be read.",
                    address=link.address,
                ),
                link.reference.attribute,
            )
        fault = _fault(link, document, _parameters(link.destination.fragment))
        return PASSED if fault is None else failed(fault, link)


def _fault(link: Link, document: Document, parameters: dict[str, str]) -> Message | None:
    page, place = parameters.get(_PAGE), parameters.get(_PLACE)
    if page is not None and not (page.isascii() and page.isdigit() and _is_page(page, document)):
        return msg(
            "{address} leads to a page that is not there: {path} has {number} pages. Correct the number.",
            address=link.address,
            path=link.page.site.shown(link.destination.path),
            number=document.pages,
        )
    if place is not None and place not in document.places:
        return msg(
            '{address} leads to a place that is not there: nothing in {path} has the name "{fragment}".',
            address=link.address,
            path=link.page.site.shown(link.destination.path),
            fragment=place,
        )
    return None


def _is_page(number: str, document: Document) -> bool:
    digits = number.lstrip("0")
    return bool(digits) and len(digits) <= len(str(document.pages)) and int(digits) <= document.pages


def _parameters(fragment: str) -> dict[str, str]:
    """Return what a fragment asks for; a name by itself is that of a place."""
    if fragment.isalnum():
        return {_PLACE: fragment}
    pairs = (part.partition("=") for part in fragment.split("&"))
    return {name.lower(): unquote(value) for name, sign, value in pairs if sign}
