"""Where a site is on the web, by what its pages say of themselves: for sites that have no settings."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import unquote

from checks.subjects.addresses import tidy
from checks.subjects.arrivals import INDEX, PAGE
from checks.subjects.entries import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checks.subjects.site import Site

_WEB: Final = ("https://", "http://")
_ASKED: Final = 200  # entries of a sitemap that are asked where its site is


class Home(NamedTuple):
    """The address of a site's root, without a slash at the end, if it is known.

    ``adds_ending`` says that its pages have addresses without ``.html``.
    """

    address: str | None = None
    adds_ending: bool = False


def home_of(site: Site) -> Home:
    """Return where ``site`` is: as most of its pages say, else its sitemap, else the bases of most."""
    for tell in (_from_pages, _from_sitemaps):
        found = Counter(tell(site))
        if found:
            return max(found, key=lambda home: found[home])
    bases = Counter(_from_bases(site))
    return next((home for home, number in bases.items() if 2 * number > len(site.pages)), Home())


def _from_pages(site: Site) -> Iterator[Home]:
    for path, facts in site.pages.items():
        for reference in facts.references:
            if reference.is_canonical or reference.is_alternate:
                home = _root(reference.address, path)
                if home is not None:
                    yield home


def _from_sitemaps(site: Site) -> Iterator[Home]:
    for entry in islice(site.entries(Reader.SITEMAP), _ASKED):
        address = _plain(entry.address)
        scheme, _, rest = address.partition("://")
        parts = rest.split("/")
        for number in range(1, len(parts)):  # the longest path that is a page here
            path = "/".join(parts[number:])
            if any(site.files.kind(page) for page in (path, path + PAGE) if page.endswith(PAGE)) or (
                path.endswith("/") and any(site.files.kind(path + name) for name in INDEX)
            ):
                yield Home("/".join([f"{scheme}:/", *parts[:number]]), not path.endswith((PAGE, "/")))
                break


def _from_bases(site: Site) -> Iterator[Home]:
    """Yield what an absolute ``<base href>`` says: the page's own folder, or the root of the site."""
    for path, facts in site.pages.items():
        address = _plain(facts.base or "")
        if address.startswith(_WEB):
            folder = path.rpartition("/")[0]
            yield Home(address.rstrip("/").removesuffix(f"/{folder}" if folder else ""))


def _root(address: str, path: str) -> Home | None:
    """Return the address of the root, where that of a page ends in its path."""
    address = _plain(address)
    if not address.startswith(_WEB):
        return None
    folder, _, name = path.rpartition("/")
    endings = {f"/{path}": False, f"/{path.removesuffix(PAGE)}": True}
    if name in INDEX:
        endings = {f"/{path}": False, f"/{folder}/" if folder else "/": False}
    for ending, adds_ending in endings.items():
        if address.endswith(ending):
            return Home(address.removesuffix(ending), adds_ending)
    return None


def _plain(address: str) -> str:
    return unquote(tidy(address).partition("#")[0].partition("?")[0])
