"""Where the links of two editions lead: to pages that are editions of one another, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from checks.subjects.shape import HEADINGS, LINK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checks.model import Place
    from checks.subjects import Link, SitePage

Key = tuple[int, str]  # a section, and one name for a page and its editions
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

    They are compared section by section.  Each is beside the page that nothing leads to in its stead;
    where a language has no edition of a page, any will do.
    """
    own, theirs = _by_page(page), _by_page(original)
    missing = _by_section(key for key in theirs if key not in own)
    for section, keys in _by_section(key for key in own if key not in theirs).items():
        for key, answer in zip(keys, missing.get(section, ()), strict=False):
            there = theirs[section, answer][0].leads_to
            if there is not None:
                yield Astray(own[section, key][0], original, there)


def _by_section(keys: Iterable[Key]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for section, key in keys:
        found.setdefault(section, []).append(key)
    return found


def _by_page(page: SitePage) -> dict[Key, list[Link]]:
    """Return the links in the main content to other pages of the site.

    They are found by the number of their section, and by what the editions of their page share.
    """
    shape = page.facts.shape
    first = shape.before.count(LINK)
    anchors = [
        link for link in page.links if link.reference.tag == "a" and link.reference.attribute == "href"
    ]
    found: dict[Key, list[Link]] = {}
    if len(anchors) != first + (shape.content + shape.after).count(LINK):
        return found  # what is in templates or shadow trees is counted otherwise
    own = _key(page)
    main = anchors[first : first + shape.content.count(LINK)]
    for link, section in zip(main, _link_sections(shape.content), strict=True):
        target = link.leads_to
        key = _key(target) if target is not None else own
        if key != own:
            found.setdefault((section, key), []).append(link)
    return found


def _link_sections(content: str) -> Iterator[int]:
    """Yield for each link how many headings stand before it."""
    section = 0
    for letter in content:
        if letter == LINK:
            yield section
        section += letter in HEADINGS


def _key(page: SitePage) -> str:
    """Return one name for a page and its editions; each is found once, since every page links to the same."""
    known: dict[str, str] = page.site.shared.setdefault(_KEYS, {})
    path = page.facts.path
    if path not in known:
        known[path] = min((path, *(edition.facts.path for edition in page.editions.values())))
    return known[path]
