"""What a PDF document says of itself that links to it depend on: its pages, its places, its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from checks.subjects import DocumentFile

if TYPE_CHECKING:
    from checks.subjects import Site


class Document(NamedTuple):
    """How many pages it has, the names of places in it, and its language (empty: it says none)."""

    pages: int
    places: frozenset[str]
    language: str


def document_at(site: Site, path: str) -> Document | None:
    """Return what the PDF ``path`` says of itself, each asked once; None where it cannot be read."""
    key = (Document, path)
    if key not in site.shared:
        site.shared[key] = _ask(site, path)
    found: Document | None = site.shared[key]
    return found


def _ask(site: Site, path: str) -> Document | None:
    size = site.files.size(path)
    if size is None:
        return None
    document = DocumentFile(site.shown(path), site.root / path, size, site.library).document
    if document is None:
        return None
    catalog = document.facts.catalog
    language = (catalog.language if catalog is not None else None) or ""
    return Document(document.facts.pages, frozenset(document.facts.places), language.strip())
