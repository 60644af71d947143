"""The catalogs of a site on disk: where they lie, each read once a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.errors import CatalogError
from pipeline.locales import Locales, catalog_name, template_name

if TYPE_CHECKING:
    from tests.support import SiteFolder

NAME = "locales/de/LC_MESSAGES/omsorg/index.po"


@pytest.fixture
def locales(site: SiteFolder) -> Locales:
    return Locales(site.root, "sv")


def test_catalogs_lie_where_gettext_looks_for_them() -> None:
    assert catalog_name("de", "omsorg/index") == NAME
    assert template_name("omsorg/index") == "locales/templates/omsorg/index.pot"


def test_the_source_language_has_no_catalog(locales: Locales) -> None:
    assert locales.catalog_key("sv", "kontakt") == ""
    assert locales.catalog("sv", "kontakt") is None


def test_a_catalog_that_is_not_there_yet_has_no_entries(locales: Locales) -> None:
    catalog = locales.catalog("de", "ny")
    assert locales.catalog_key("de", "ny") == ""
    assert catalog is not None
    assert (catalog.path, catalog.entries) == ("locales/de/LC_MESSAGES/ny.po", ())


def test_a_file_is_read_once_a_run_and_what_was_written_is_known(site: SiteFolder, locales: Locales) -> None:
    before, key = locales.catalog("de", "omsorg/index"), locales.catalog_key("de", "omsorg/index")
    site.write(NAME, "damaged meanwhile")
    assert locales.catalog("de", "omsorg/index") is before
    assert locales.catalog_key("de", "omsorg/index") == key
    content = site.read("locales/de/LC_MESSAGES/kontakt.po").encode()
    locales.wrote(NAME, content)
    assert locales.read(NAME) == content
    assert locales.catalog_key("de", "omsorg/index") not in ("", key)
    after = locales.catalog("de", "omsorg/index")
    assert after is not None
    assert "Kontakta oss" in {entry.msgid for entry in after.entries}


def test_a_damaged_catalog_is_named(site: SiteFolder, locales: Locales) -> None:
    site.write(NAME, "msgid damaged\n")
    with pytest.raises(CatalogError, match=rf"^{NAME}:1: "):
        locales.catalog("de", "omsorg/index")


def test_every_catalog_of_a_language_is_found_in_order(site: SiteFolder, locales: Locales) -> None:
    site.write("locales/de/LC_MESSAGES/borta/sida.po", "")
    site.write("locales/de/LC_MESSAGES/kontakt.po~", "")
    assert locales.pages("de") == [
        "borta/sida",
        "index",
        "kontakt",
        "omsorg/hemtjanst",
        "omsorg/index",
        "shell",
    ]
    assert locales.pages("fi") == []
