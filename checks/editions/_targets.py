"""Where the links of two editions lead: to pages that are editions of one another, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.subjects.shape import LINK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.model import Place
    from checks.subjects import Link, SitePage

_KEYS: Final = "names of pages and their editions"


class Astray(NamedTuple):
    """A ``link`` of one edition to a page that the ``original`` does not link to.

    ``there`` is the page that the original links to instead.
    """

    link: Link
    original: SitePage
    there: SitePage

    def stands(self) -> Place:
        """Return where the link stands."""
        return self.link.page.place(self.link, "href")


def links_astray(page: SitePage, original: SitePage) -> Iterator[Astray]:
    """Yield the links of ``page`` to other pages of the site than those that ``original`` links to.

    Each is beside the page that nothing leads to in its stead; where a language has no edition of a
    page, any will do.
    """
    own, theirs = _by_page(page), _by_page(original)
    missing = [links[0] for key, links in theirs.items() if key not in own]
    added = [links[0] for key, links in own.items() if key not in theirs]
    for link, answer in zip(added, missing, strict=False):
        there = answer.leads_to
        if there is not None:
            yield Astray(link, original, there)


def _by_page(page: SitePage) -> dict[str, list[Link]]:
    """Return the links in the main content to other pages of the site, by what their editions share."""
    shape = page.facts.shape
    first = shape.before.count(LINK)
    anchors = [
        link for link in page.links if link.reference.tag == "a" and link.reference.attribute == "href"
    ]
    found: dict[str, list[Link]] = {}
    if len(anchors) != first + (shape.content + shape.after).count(LINK):
        return found  # what is in templates or shadow trees is counted otherwise
    own = _key(page)
    for link in anchors[first : first + shape.content.count(LINK)]:
        target = link.leads_to
        key = _key(target) if target is not None else own
        if key != own:
            found.setdefault(key, []).append(link)
    return found


def _key(page: SitePage) -> str:
    """Return one name for a page and its editions; each is found once, since every page links to the same."""
    known: dict[str, str] = page.site.shared.setdefault(_KEYS, {})
    path = page.facts.path
    if path not in known:
        known[path] = min((path, *(edition.facts.path for edition in page.editions.values())))
    return known[path]
