"""The catalogs of a site in one language → what is exported of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from pipeline.catalog.header import Origin, catalog_header
from pipeline.model import State
from pipeline.shell import NAME as SHELL
from tolkbar.exchange.bundle import Bundle, Text, stamp_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pipeline.locales import Locales
    from pipeline.po import Catalog
    from pipeline.site import Source

_REVISED = "PO-Revision-Date"


def gather(source: Source, locales: Locales, language: str, *, left: bool = False) -> Bundle:
    """Return what the catalogs of ``language`` hold; only what is ``left`` to translate, if that is asked.

    The pages come in the order of the site, then the texts around them, then pages that are gone.
    Raises CatalogError for a damaged catalog.
    """
    current = (*source.files, SHELL)
    gone = sorted(set(locales.pages(language)) - set(current))
    found = [(page, catalog) for page in (*current, *gone) if (catalog := locales.catalog(language, page))]
    return Bundle(
        source.site.language,
        language,
        source.site.address,
        _header(source, language, [catalog for _, catalog in found]),
        tuple(text for page, catalog in found for text in _texts(page, catalog, left=left)),
    )


def _texts(page: str, catalog: Catalog, *, left: bool) -> Iterator[Text]:
    for entry in catalog.entries:
        if not left or (not entry.obsolete and entry.state is not State.TRANSLATED):
            yield Text(page, entry, stamp_of(entry))


def _header(source: Source, language: str, catalogs: Sequence[Catalog]) -> Mapping[str, str]:
    """Return the header of the catalog that a person saved last; of a new one where there is none."""
    headers = [catalog.header for catalog in catalogs if "Plural-Forms" in catalog.header]
    if headers:
        return max(headers, key=lambda header: header.get(_REVISED, ""))
    return catalog_header(language, Origin(source.site.name, source.site.address, datetime.now(UTC)))
