"""Where a site has its accessibility statements, and which of its pages lead there."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, TypeVar

from checks.languages import primary
from checks.subjects.arrivals import Arrival
from checks.subjects.links import SitePage
from checks.subjects.page import Medium

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from checks.subjects import Site

T = TypeVar("T")
_START: Final = re.compile(r"(?:[^/]*/)?index\.x?html?")
# How the address of a statement mostly reads, on whatever server.
_ADDRESS: Final = re.compile(
    r"tillg(?:a|%C3%A4|ä)nglighet|accessibility|barrierefrei|tdosanmalan", re.IGNORECASE
)
_FEWEST: Final = 6  # pages: fewer are a part of a site
_MOST: Final = 0.8  # of the pages of a site that link to its statement: the others have lost the link
_SHARE: Final = 0.2  # of the pages of a site that make a language one of its own, and no excerpt


def statements(site: Site) -> frozenset[str]:
    """Return the pages of ``site`` that are accessibility statements, in any language."""
    return _once(
        site,
        "accessibility statements",
        lambda: frozenset(path for path, facts in site.pages.items() if facts.statement is not None),
    )


def links_to_statement(page: SitePage) -> bool:
    """Return whether ``page`` has a link to a statement, here or by its address elsewhere."""
    own = statements(page.site)
    return any(
        link.destination.path in own
        or (not link.is_internal and _ADDRESS.search(link.reference.address) is not None)
        for link in page.links
        if link.reference.tag in {"a", "area"}
    )


def misses_statement(page: SitePage) -> bool:
    """Return whether ``page`` links to what by its address is a statement of the site, and is not there."""
    return any(
        link.destination.arrival is Arrival.MISSING and _ADDRESS.search(link.reference.address) is not None
        for link in page.links
        if link.reference.tag in {"a", "area"}
    )


def is_linked_from_start(page: SitePage) -> bool:
    """Return whether a start page of the site has such a link."""
    starts = (facts for path, facts in page.site.pages.items() if _START.fullmatch(path))
    return _once(
        page.site,
        "accessibility statement from the start",
        lambda: any(links_to_statement(page.beside(facts)) for facts in starts),
    )


def is_linked_from_most(site: Site) -> bool:
    """Return whether nearly all pages have such a link, as they have where it stands in their footer."""
    return _once(site, "accessibility statement from most pages", lambda: _is_linked_from_most(site))


def _is_linked_from_most(site: Site) -> bool:
    pages = (SitePage(site, facts) for facts in site.pages.values() if facts.medium is Medium.HTML)
    linked = list(map(links_to_statement, pages))
    return len(linked) >= _FEWEST and sum(linked) >= _MOST * len(linked)


def editions(site: Site) -> Mapping[str, str]:
    """Return the languages of a site that is no excerpt, each by the first of its pages."""
    return _once(site, "first pages of languages", lambda: _editions(site))


def _editions(site: Site) -> dict[str, str]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for path, facts in site.pages.items():
        if facts.medium is Medium.HTML and not facts.sends_on and facts.language:
            found[primary(facts.language)].append(path)
    total = sum(map(len, found.values()))
    if total < _FEWEST:
        return {}
    return {min(paths): language for language, paths in found.items() if len(paths) >= _SHARE * total}


def _once(site: Site, name: str, find: Callable[[], T]) -> T:
    """Return what ``find`` finds, kept with what the pages of the site share."""
    if name not in site.shared:
        site.shared[name] = find()
    found: T = site.shared[name]
    return found
