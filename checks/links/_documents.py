"""What a PDF document says of itself that links to it depend on: its pages, its places, its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.documents import Unreadable

if TYPE_CHECKING:
    from checks.subjects import Site


_NEEDED: Final = {"pages", "places", "catalog"}  # parts of the facts


class Document(NamedTuple):
    """How many pages it has, the names of places in it, and its language (empty: it says none)."""

    pages: int
    places: frozenset[str]
    language: str


def document_at(site: Site, path: str) -> Document | None:
    """Return what the PDF ``path`` says of itself, each asked once; None where that cannot be read."""
    key = (Document, path)
    if key not in site.shared:
        site.shared[key] = _ask(site, path)
    found: Document | None = site.shared[key]
    return found


def _ask(site: Site, path: str) -> Document | None:
    facts = site.document(path)
    if facts is None or isinstance(facts, Unreadable) or any(gap.what in _NEEDED for gap in facts.gaps):
        return None
    language = (facts.catalog.language if facts.catalog is not None else None) or ""
    return Document(facts.pages, frozenset(facts.places), language.strip())
