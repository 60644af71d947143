"""The addresses in a page: what a browser fetches or follows, read off the tree in one pass."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.subjects.page import in_template

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects.page import Page
    from pipeline.page import Element

STYLE: Final = "style"  # the attribute, and what stands for it in a <style> element
REFRESH, PICTURE = "refresh", "picture"  # what the content of a <meta> is an address of
CONTENT: Final = "content"

# Which attributes of which elements hold an address that a browser fetches or follows (HTML, SVG 2).
ADDRESSES: Final = {
    "a": {"href"},
    "area": {"href"},
    "audio": {"src"},
    "body": {"background"},
    "button": {"formaction"},
    "embed": {"src"},
    "feImage": {"href"},
    "form": {"action"},
    "frame": {"src"},
    "iframe": {"src"},
    "image": {"href"},
    "img": {"src", "srcset", "longdesc"},
    "input": {"src", "formaction"},
    "link": {"href", "imagesrcset"},
    "meta": {CONTENT},
    "object": {"data"},
    "mpath": {"href"},
    "script": {"src", "href"},
    "source": {"src", "srcset"},
    "table": {"background"},
    "td": {"background"},
    "th": {"background"},
    "textPath": {"href"},
    "track": {"src"},
    "use": {"href"},
    "video": {"src", "poster"},
}
_ANYWHERE: Final = {STYLE, "xlink:href"}  # attributes that hold addresses on every element
_EMPTY: Final = ", ".join(  # where an address must not be empty, since what is fetched is no page
    f'{tag}[{name}=""]'
    for tag, name in (
        *(("link", "href"), ("video", "poster"), ("object", "data")),
        *((tag, "src") for tag in ("audio", "embed", "iframe", "img", "script", "source", "track", "video")),
    )
)
_RELATED: Final = {"a", "area", "link"}  # these say in rel what is at their address, and in which language
_ORIGINS_ONLY: Final = {"preconnect", "dns-prefetch"}  # these name a server, not a file
_PICTURES: Final = {  # the names of a <meta> whose content is a picture or film that others show
    "og:image",
    "og:image:url",
    "og:image:secure_url",
    "og:video",
    "og:audio",
    "twitter:image",
    "twitter:image:src",
    "msapplication-tileimage",
}
_OPENED: Final = re.compile(r"[^?#]*?\.([A-Za-z]{2,4})\s*(?:[?#].*)?", re.DOTALL)
DOWNLOADS: Final = frozenset(
    "pdf doc docx docm dotx odt rtf xls xlsx xlsm ods csv ppt pptx odp ppsx epub zip ics".split()
)


class Reference(NamedTuple):
    """An address as a page has it: in which attribute of which element, with what else it says.

    ``attribute`` is ``style`` for a style sheet too, ``refresh`` or ``picture`` for a ``<meta>``;
    ``language`` is its ``hreflang``, ``type`` the format that it announces.
    """

    tag: str
    attribute: str
    address: str
    relation: frozenset[str] = frozenset()
    language: str = ""
    type: str = ""

    @property
    def is_alternate(self) -> bool:
        """Return whether it leads to this page in another language."""
        return bool(self.language) and self.tag == "link" and "alternate" in self.relation

    @property
    def is_canonical(self) -> bool:
        """Return whether it is the page's own address, as search engines shall know it."""
        return self.tag == "link" and "canonical" in self.relation

    @property
    def is_announcement(self) -> bool:
        """Return whether it is for search engines: the page's own address, and those of its editions."""
        return self.is_canonical or self.is_alternate

    @property
    def is_followed(self) -> bool:
        """Return whether a visitor follows it, or is sent on by it, to something in its own right."""
        return self.tag in {"a", "area"} or self.attribute == REFRESH

    @property
    def is_download(self) -> bool:
        """Return whether it is a link to a file that opens in another program, going by the name."""
        opened = _OPENED.fullmatch(self.address) if self.tag == "a" else None
        return opened is not None and opened[1].lower() in DOWNLOADS


class References:
    """Reads references off pages; what pages have in common (the menu of a site) is kept once."""

    def __init__(self) -> None:
        """Know none yet."""
        self._known: defaultdict[tuple[str, str, str, str, str], dict[str, Reference]] = defaultdict(dict)
        self._downloads: set[int] = set()  # the identities of those that lead to one
        self._shared: dict[Reference, Reference] = {}

    def read(self, page: Page) -> Iterator[tuple[Reference, Element]]:
        """Yield every address of ``page`` with its element: those of ``addressed``, in that order."""
        for element, name, address in addressed(page):
            tag = element.tag
            relation = language = kind = ""
            if tag in _RELATED:
                relation = element.attr("rel") or ""
                language = element.attr("hreflang") or ""
                kind = element.attr("type") or ""
            said = (tag, name, relation, language, kind)
            yield self._known[said].get(address) or self._keep(said, address), element

    def shared(self, reference: Reference) -> Reference:
        """Return the one reference that stands for all that are equal to ``reference``."""
        return self._shared.setdefault(reference, reference)

    def is_download(self, reference: Reference) -> bool:
        """Return whether a reference that was read here leads to a download."""
        return id(reference) in self._downloads

    def _keep(self, said: tuple[str, str, str, str, str], address: str) -> Reference:
        tag, name, relation, language, kind = said
        reference = Reference(tag, name, address, _words(relation), language.strip(), kind.strip())
        self._known[said][address] = reference
        if reference.is_download:
            self._downloads.add(id(reference))
        return reference


def addressed(page: Page) -> Iterator[tuple[Element, str, str]]:
    """Yield the addresses of ``page``, each with its element and what stands for its attribute there.

    They come in document order, but for the pictures in its metadata and for empty ones, which come last.
    """
    for element, attribute, address in page.tree.document.links():
        tag = element.tag
        name = attribute or STYLE
        if name not in _ANYWHERE and name not in ADDRESSES.get(tag, ()):
            continue
        if page.has_templates and in_template(element):
            continue
        if tag == "link" and _ORIGINS_ONLY & _words(element.attr("rel") or ""):
            continue
        yield element, REFRESH if tag == "meta" else name, address
    for element in page.all("meta"):
        said = element.attr("property") or element.attr("name") or ""
        if said.strip().lower() in _PICTURES:
            yield element, PICTURE, element.attr(CONTENT) or ""
    for element in page.all(_EMPTY):
        yield element, next(name for name in ADDRESSES[element.tag] if element.attr(name) == ""), ""


@lru_cache(maxsize=1024)
def _words(relation: str) -> frozenset[str]:
    return frozenset(relation.lower().split())
