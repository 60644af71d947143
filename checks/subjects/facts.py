"""What is remembered of a page when its tree is gone: little enough for 30,000 pages in memory.

Addresses are shared between pages (the menu of a site says the same on each), anchors are one
string, positions an array of numbers; the place of an element is found again by reading the page
once more, which happens only for the few pages with a finding.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from sys import intern
from typing import TYPE_CHECKING
from urllib.parse import unquote

from checks.subjects.page import Medium, Page, base_of, language_of
from pipeline.page import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checks.subjects.contacts import Card, Said
    from pipeline.page import Element

# Which attributes of which elements hold an address that a browser fetches or follows.
ADDRESSES = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "embed": ("src",),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href", "imagesrcset"),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
ADDRESSED = ", ".join(f"{tag}[{name}]" for tag, names in ADDRESSES.items() for name in names)
ADDRESSED = ADDRESSED.replace(":", r"\:")  # as CSS escapes the one in xlink:href
_RELATED = {"a", "area", "link"}  # these say in rel what is at their address
_LISTS = {"srcset", "imagesrcset"}
_CANDIDATE = re.compile(r"([^\s,]\S*[^\s,]|[^\s,])(?:\s[^,]*)?(?:,|$)")  # an address, its descriptors
_ORIGINS_ONLY = {"preconnect", "dns-prefetch"}  # these name a server, not a file
_SEPARATOR = "\0"  # no parsed attribute holds one
_CSS_ADDRESS = re.compile(
    r"""url\(\s*(?:"([^"\\]*)"|'([^'\\]*)'|([^"'()\s\\]+))\s*\)|@import\s+(?:"([^"\\]*)"|'([^'\\]*)')""",
    re.IGNORECASE,
)
_MANIFEST_ADDRESS = re.compile(r'"(?:src|start_url)"\s*:\s*"([^"\\]*)"')
_IN_FILES = {".css": _CSS_ADDRESS, ".webmanifest": _MANIFEST_ADDRESS}
_PICTURED = 'meta[property="og:image" i][content], meta[name="twitter:image" i][content]'
_LABEL_AFTER = 40  # characters of text behind a link that may belong to its label


@dataclass(frozen=True, slots=True)
class Reference:
    """An address as a page has it: in which attribute of which element, with what else it says."""

    tag: str
    attribute: str
    address: str
    relation: frozenset[str] = frozenset()
    language: str = ""  # hreflang

    @property
    def is_alternate(self) -> bool:
        """Return whether it leads to this page in another language."""
        return bool(self.language) and self.tag == "link" and "alternate" in self.relation

    @property
    def is_document(self) -> bool:
        """Return whether it is a link to a PDF, going by the name."""
        path = re.split(r"[?#]", self.address, maxsplit=1)[0]
        return self.tag == "a" and path.rstrip().lower().endswith(".pdf")


@dataclass(frozen=True, slots=True)
class Label:
    """What a link to a document says about it, in the text and just behind, and in which language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What other pages need to know of the page ``path`` (below the site's root), and what it needs of them.

    ``elements`` has for each of ``references`` the number of its element among those with an
    address; ``alternates`` the positions of those to other editions, ``labels`` the words of links to
    documents by their position;
    ``embedded`` are addresses in style sheets and metadata; ``said`` and ``cards`` what it says of how
    to reach somebody, ``size`` how many elements it has.
    """

    path: str
    folder: str
    medium: Medium
    language: str
    base: str | None
    sends_on: bool
    anchors: str
    references: tuple[Reference, ...]
    elements: array[int]
    alternates: tuple[int, ...]
    labels: dict[int, Label]
    embedded: tuple[str, ...]
    said: tuple[Said, ...]
    cards: tuple[Card, ...]
    size: int

    def has_anchor(self, fragment: str) -> bool:
        """Return whether an element has this id, or an ``<a>`` this name: as written, else decoded."""
        names = (fragment, unquote(fragment))
        return any(f"{_SEPARATOR}{name}{_SEPARATOR}" in self.anchors for name in names)


class Memory:
    """Reads facts off pages; what pages have in common is kept once."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._references: defaultdict[tuple[str, str, str, str], dict[str, Reference]] = defaultdict(dict)
        self._said: dict[Said, Said] = {}
        self._cards: dict[Card, Card] = {}
        self._documents: set[int] = set()  # the identities of those that lead to one

    def facts(self, page: Page, path: str) -> Facts:
        """Return what to remember of ``page``, whose path below the root is ``path``."""
        references: list[Reference] = []
        elements = array("I")
        labels: dict[int, Label] = {}
        for number, element in enumerate(page.all(ADDRESSED)):
            for reference in self._read(element):
                if id(reference) in self._documents:
                    labels[len(references)] = Label(_label(element), language_of(element))
                references.append(reference)
                elements.append(number)
        return Facts(
            path=path,
            folder=intern(path.rpartition("/")[0]),
            medium=page.medium,
            language=language_of(page.root) if page.root is not None else "",
            base=base_of(page.tree.document),
            sends_on=page.sends_on,
            anchors=_anchors(page),
            references=tuple(references),
            elements=elements,
            alternates=tuple(at for at, reference in enumerate(references) if reference.is_alternate),
            labels=labels,
            embedded=tuple(_embedded(page)),
            said=tuple(self._said.setdefault(one.said, one.said) for one in page.contacts.mentions),
            cards=tuple(self._cards.setdefault(one.card, one.card) for one in page.contacts.cards),
            size=len(page.dom.nodes),
        )

    def _read(self, element: Element) -> Iterator[Reference]:
        tag = element.tag
        relation = language = ""
        if tag in _RELATED:
            relation = element.attr("rel") or ""
            language = element.attr("hreflang") or ""
        for name in ADDRESSES[tag]:
            value = element.attr(name)
            if value is None:
                continue
            said = (tag, name, relation, language)
            for address in _candidates(value) if name in _LISTS else (value,):
                reference = self._references[said].get(address) or self._keep(said, address)
                if not reference.relation & _ORIGINS_ONLY:
                    yield reference

    def _keep(self, said: tuple[str, str, str, str], address: str) -> Reference:
        tag, name, relation, language = said
        reference = Reference(tag, name, address, _words(relation), language.strip())
        self._references[said][address] = reference
        if reference.is_document:
            self._documents.add(id(reference))
        return reference


def file_addresses(path: str, content: Callable[[], bytes]) -> list[str]:
    """Return the addresses in a style sheet or a web app manifest; ``content`` reads it if it is one."""
    pattern = next((pattern for ending, pattern in _IN_FILES.items() if path.lower().endswith(ending)), None)
    return _matches(pattern, content().decode("utf-8", "replace")) if pattern else []


def _matches(pattern: re.Pattern[str], text: str) -> list[str]:
    return [found[found.lastindex or 0] for found in pattern.finditer(text)]


@lru_cache(maxsize=1024)
def _words(relation: str) -> frozenset[str]:
    return frozenset(relation.lower().split())


def _candidates(srcset: str) -> list[str]:
    """Return the addresses of a ``srcset``."""
    return _CANDIDATE.findall(srcset)


def _label(link: Element) -> str:
    following = link.next_sibling
    after = following.data[:_LABEL_AFTER] if isinstance(following, Text) else ""
    return " ".join(f"{link.text} {after}".split())


def _anchors(page: Page) -> str:
    names = [element.attr("id") or "" for element in page.all("[id]")]
    names += [element.attr("name") or "" for element in page.all("a[name]")]
    return _SEPARATOR + _SEPARATOR.join(names) + _SEPARATOR if names else ""


def _embedded(page: Page) -> list[str]:
    """Return the addresses in the page's own style sheets, ``style`` attributes and metadata."""
    sheets = [element.text for element in page.all("style")]
    sheets += [element.attr("style") or "" for element in page.all('[style*="url(" i]')]
    pictures = [element.attr("content") or "" for element in page.all(_PICTURED)]
    return pictures + [address for sheet in sheets for address in _matches(_CSS_ADDRESS, sheet)]
