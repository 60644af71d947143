"""Which pages of a site a visitor reaches from its front page, by links alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from checks.subjects.arrivals import INDEX, Arrival

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects import Site

_LEADING: Final = {"a", "area", "frame", "iframe", "form", "object", "embed", "button", "input", "meta"}
_KEY: Final = "pages that visitors reach"


def fronts(site: Site) -> frozenset[str]:
    """Return the pages that visitors arrive at: the index of the root, else of the folders nearest to it."""
    indexes = [path for path in site.pages if path.rpartition("/")[2] in INDEX]
    depth = min((path.count("/") for path in indexes), default=0)
    return frozenset(path for path in indexes if path.count("/") == depth)


def reachable(site: Site) -> frozenset[str]:
    """Return the pages that links lead to from the front pages, these among them."""
    if _KEY not in site.shared:
        reached = set(fronts(site))
        waiting = list(reached)
        while waiting:
            new = {path for path in _next(site, waiting.pop()) if path in site.pages} - reached
            reached |= new
            waiting += new
        site.shared[_KEY] = frozenset(reached)
    found: frozenset[str] = site.shared[_KEY]
    return found


def _next(site: Site, path: str) -> Iterator[str]:
    facts = site.pages[path]
    for reference in facts.references:
        if reference.tag in _LEADING:
            destination = site.follow(facts, reference.address)
            if destination.arrival is Arrival.FOUND:
                yield destination.path
