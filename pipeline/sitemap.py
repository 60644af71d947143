"""``sitemap.xml``: every page of every edition with its alternates (sitemaps.org, and xhtml:link)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from pipeline.render.edition import address, alternates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pipeline.render.edition import Edition

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


def sitemap(editions: Mapping[str, Edition], updated: Mapping[str, str | None]) -> bytes:
    """Return the sitemap; ``updated`` is the day of each page's last change, if known: 2026-11-23."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP, "xhtml": XHTML})
    for edition in editions.values():
        for page, head in edition.heads.items():
            entry = etree.SubElement(root, f"{{{SITEMAP}}}url")
            etree.SubElement(entry, f"{{{SITEMAP}}}loc").text = address(edition, head.path)
            day = updated.get(page)
            if day:
                etree.SubElement(entry, f"{{{SITEMAP}}}lastmod").text = day
            others = alternates(page, editions)
            for language, href in (*others, ("x-default", dict(others)[edition.site.language])):
                link = {"rel": "alternate", "hreflang": language, "href": href}
                etree.SubElement(entry, f"{{{XHTML}}}link", link)
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))
