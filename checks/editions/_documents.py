"""The documents that the editions of a page link to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checks.subjects import Link, SitePage


def documents_of(page: SitePage) -> tuple[Link, ...]:
    """Return the links to documents, each document once."""
    found = {page.links[at].reference.address: page.links[at] for at in page.facts.labels}
    return tuple(found.values())
