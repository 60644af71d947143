"""The sitemap, read by lxml as a search engine would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pipeline.files import FRONT
from pipeline.sitemap import SITEMAP, XHTML

if TYPE_CHECKING:
    from tests.support import SiteFolder

NAMES = {"s": SITEMAP, "x": XHTML}
ADDRESS = "https://www.lillkoping.example"


def sitemap(site: SiteFolder) -> etree._Element:
    return etree.fromstring((site.candidate / "sitemap.xml").read_bytes())


def test_every_page_of_every_edition_is_listed_once(built: SiteFolder) -> None:
    places = sitemap(built).xpath("s:url/s:loc/text()", namespaces=NAMES)
    pages = [name for name in built.files() if name.endswith(".html") and name != FRONT]
    assert sorted(places) == sorted(f"{ADDRESS}/{name.removesuffix('index.html')}" for name in pages)


def test_every_page_lists_all_its_editions_itself_among_them(built: SiteFolder) -> None:
    for url in sitemap(built).xpath("s:url", namespaces=NAMES):
        links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{{{XHTML}}}link")}
        assert list(links) == ["sv", "en", "de", "x-default"]
        assert url.findtext(f"{{{SITEMAP}}}loc") in links.values()
        assert links["x-default"] == links["sv"]


def test_alternates_are_the_same_on_every_edition_of_a_page(built: SiteFolder) -> None:
    groups: dict[str, set[tuple[str, ...]]] = {}
    for url in sitemap(built).xpath("s:url", namespaces=NAMES):
        links = tuple(link.get("href") for link in url.findall(f"{{{XHTML}}}link"))
        groups.setdefault(links[0], set()).add(links)
    assert len(groups) == 4
    assert all(len(found) == 1 for found in groups.values())


def test_the_day_of_the_last_change_is_given_where_it_is_known(built: SiteFolder) -> None:
    days = {
        url.findtext(f"{{{SITEMAP}}}loc"): url.findtext(f"{{{SITEMAP}}}lastmod")
        for url in sitemap(built).xpath("s:url", namespaces=NAMES)
    }
    assert {place for place, day in days.items() if day} == {
        f"{ADDRESS}/{tag}/" for tag in ("sv", "en", "de")
    }
    assert days[f"{ADDRESS}/de/"] == "2026-11-23"


def test_a_page_that_an_edition_leaves_out_is_not_among_its_alternates(site: SiteFolder) -> None:
    site.edit("source/site.toml", "[languages.de]\n", '[languages.de]\npolicy = "omit"\n')
    site.edit("locales/de/LC_MESSAGES/kontakt.po", 'msgstr "So erreichen Sie uns"', 'msgstr ""')
    site.build()
    places = sitemap(site).xpath("s:url/s:loc/text()|s:url/x:link/@href", namespaces=NAMES)
    assert f"{ADDRESS}/en/contact.html" in places
    assert f"{ADDRESS}/de/kontakt.html" not in places
    assert f"{ADDRESS}/de/" in places
