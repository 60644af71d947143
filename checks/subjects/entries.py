"""The addresses in files that are no pages: style sheets, web app manifests, sitemaps, ``robots.txt``."""

from __future__ import annotations

import re
from bisect import bisect
from enum import Enum
from typing import TYPE_CHECKING, Final, NamedTuple

from checks.dom.styles.sources import decode
from checks.subjects.limits import PAGE
from checks.subjects.manifests import manifest_addresses
from checks.subjects.sheets import sheet_addresses
from checks.subjects.sitemaps import sitemap_addresses
from pipeline.model import Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from checks.subjects.arrivals import Destination
    from checks.subjects.site import Site

LARGEST: Final = 50 * 1024 * 1024  # bytes; the sitemap protocol allows no more either
_SITEMAP: Final = re.compile(r"(?:.*/)?sitemap[^/]*\.(?:xml|txt)(?:\.gz)?", re.IGNORECASE)
_ROBOTS: Final = re.compile(rb"[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE)
_NEWLINE: Final = re.compile("\n|\r\n?|\f")

Read = tuple[int, str | Message]  # a line, with an address on it or what is wrong there


class Entry(NamedTuple):
    """An address on a line of a file; or, with ``problem``, why the file is not read from there on."""

    site: Site
    path: str
    line: int
    address: str
    problem: Message | None = None

    @property
    def destination(self) -> Destination:
        """Return where it leads from its file."""
        return self.site.follow_from(self.path, self.address)


class Reader(Enum):
    """The kinds of such files, each with what reads it."""

    SHEET = "sheet"
    MANIFEST = "manifest"
    SITEMAP = "sitemap"
    ROBOTS = "robots"

    @property
    def most(self) -> int:
        """Return how many bytes such a file may have; a sitemap may have more than a page."""
        return LARGEST if self is Reader.SITEMAP else PAGE

    def refuse(self, site: Site, path: str) -> Entry:
        """Return what is said of the file ``path``, which is too large to be read."""
        problem = msg("The file is larger than 50 MB and is not checked. Split it or make it smaller.")
        return Entry(site, path, 1, "", problem)

    def read(self, site: Site, path: str, content: bytes) -> Iterator[Entry]:
        """Yield the addresses in ``content``, the file ``path`` of ``site``."""
        for line, found in _READERS[self](path, content):
            if isinstance(found, Message):
                yield Entry(site, path, line, "", found)
            else:
                yield Entry(site, path, line, found)


def reader_of(path: str) -> Reader | None:
    """Return how the file ``path`` is read, going by its name; None where no addresses are read off it."""
    name = path.lower()
    if name.endswith(".css"):
        return Reader.SHEET
    if name.endswith(".webmanifest"):
        return Reader.MANIFEST
    if _SITEMAP.fullmatch(name):
        return Reader.SITEMAP
    return Reader.ROBOTS if name == "robots.txt" else None


def _sheet(_path: str, content: bytes) -> Iterator[Read]:
    return _in_text(sheet_addresses, decode(content))


def _manifest(_path: str, content: bytes) -> Iterator[Read]:
    return _in_text(manifest_addresses, content.decode("utf-8-sig", "replace"))


def _sitemap(path: str, content: bytes) -> Iterator[Read]:
    return sitemap_addresses(content, is_text=".txt" in path.lower())


def _robots(_path: str, content: bytes) -> Iterator[Read]:
    for number, line in enumerate(content.splitlines(), 1):
        found = _ROBOTS.match(line)
        if found is not None:
            yield number, found[1].decode("utf-8", "replace")


def _in_text(find: Callable[[str], Iterable[tuple[int, str]]], text: str) -> Iterator[Read]:
    ends = [newline.end() for newline in _NEWLINE.finditer(text)]
    return ((bisect(ends, at) + 1, address) for at, address in find(text))


_READERS: Final[dict[Reader, Callable[[str, bytes], Iterator[Read]]]] = {
    Reader.SHEET: _sheet,
    Reader.MANIFEST: _manifest,
    Reader.SITEMAP: _sitemap,
    Reader.ROBOTS: _robots,
}
