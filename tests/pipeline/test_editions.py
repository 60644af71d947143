"""Which pages each edition has, what they are called and where they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pipeline.editions import heads_key, plan_editions
from pipeline.errors import CatalogError
from pipeline.locales import Locales
from pipeline.state import State

if TYPE_CHECKING:
    from pipeline.render.edition import Edition
    from tests.support import SiteFolder

DE = "locales/de/LC_MESSAGES"


def editions(site: SiteFolder) -> dict[str, Edition]:
    with State(site.root) as state:
        return plan_editions(site.source(), Locales(site.root, "sv"), state)


def paths(site: SiteFolder, language: str) -> dict[str, str]:
    return {page: head.path for page, head in editions(site)[language].heads.items()}


def test_the_source_language_comes_first(site: SiteFolder) -> None:
    assert list(editions(site)) == ["sv", "en", "de"]


def test_folders_are_called_what_their_start_pages_are(site: SiteFolder) -> None:
    site.page("omsorg/aldre/index.md", "x\n", title="Äldre", front="")
    site.page("omsorg/aldre/boende.md", "x\n")
    site.catalog("de", "omsorg/aldre/index", {("slug", "aldre"): "aeltere"})
    site.catalog("de", "omsorg/aldre/boende", {("slug", "boende"): "wohnen"})
    found = paths(site, "de")
    assert found["omsorg/aldre/index"] == "pflege/aeltere/index.html"
    assert found["omsorg/aldre/boende"] == "pflege/aeltere/wohnen.html"


def test_a_folder_without_a_start_page_keeps_its_name(site: SiteFolder) -> None:
    site.page("natur/park.md", "x\n")
    site.catalog("de", "natur/park", {("slug", "park"): "gruen"})
    assert paths(site, "de")["natur/park"] == "natur/gruen.html"


@pytest.mark.parametrize(
    ("msgstr", "flags"), [('""', ""), ('"pflege"', "#, fuzzy\n")], ids=["missing", "fuzzy"]
)
def test_an_address_that_is_not_translated_is_the_sources(site: SiteFolder, msgstr: str, flags: str) -> None:
    entry = 'msgctxt "slug"\nmsgid "omsorg"\n'
    site.edit(f"{DE}/omsorg/index.po", f'{entry}msgstr "pflege"', f"{flags}{entry}msgstr {msgstr}")
    assert paths(site, "de")["omsorg/hemtjanst"] == "omsorg/hilfe-zu-hause.html"


def test_two_pages_translated_to_one_address_are_refused_with_the_catalogs_line(site: SiteFolder) -> None:
    site.page("kontakta.md", "x\n")
    site.catalog("de", "kontakta", {("slug", "kontakta"): "kontakt"})
    with pytest.raises(CatalogError) as stopped:
        editions(site)
    assert str(stopped.value) == (
        f"{DE}/kontakta.po:9: “kontakt” is the address of kontakt already. Choose another."
    )


def test_a_page_translated_to_another_ones_untranslated_address_is_refused_in_its_catalog(
    site: SiteFolder,
) -> None:
    site.page("om.md", "x\n")
    site.edit(f"{DE}/kontakt.po", 'msgstr "kontakt"', 'msgstr "om"')
    with pytest.raises(CatalogError) as stopped:
        editions(site)
    line = site.line(f"{DE}/kontakt.po", 'msgid "kontakt"')
    assert str(stopped.value) == f"{DE}/kontakt.po:{line}: “om” is the address of om already. Choose another."


def test_two_folders_translated_to_one_name_may_be_if_their_pages_differ(site: SiteFolder) -> None:
    site.page("vard/index.md", "x\n", title="Vård")
    site.catalog("de", "vard/index", {("slug", "vard"): "pflege"})
    with pytest.raises(
        CatalogError, match=rf"^{DE}/vard/index\.po:9: “pflege” is the address of omsorg/index already"
    ):
        editions(site)


@pytest.mark.parametrize(
    "slug", ["../../../etc/passwd", "a/b", "ÄLTERE", ".hidden", "con tact", "javascript:x"]
)
def test_an_address_that_leads_elsewhere_is_refused_with_the_catalogs_line(
    site: SiteFolder, slug: str
) -> None:
    site.edit(f"{DE}/omsorg/hemtjanst.po", "hilfe-zu-hause", slug)
    with pytest.raises(CatalogError) as stopped:
        site.build()
    line = site.line(f"{DE}/omsorg/hemtjanst.po", 'msgid "hjalp-hemma"')
    assert str(stopped.value).startswith(f"{DE}/omsorg/hemtjanst.po:{line}: “{slug}” makes no address. ")
    assert not [name for name in site.files() if name.startswith("de/")]


@pytest.mark.parametrize(
    "damage", ["<<<<<<< HEAD\n", 'msgid "Kontakt"\nmsgstr "Ansprechpartner"\n', "msgid unquoted\n", "\0"]
)
@pytest.mark.parametrize("page", ["kontakt", "shell"])
def test_a_damaged_catalog_stops_with_its_line_and_is_left_as_it_is(
    site: SiteFolder, page: str, damage: str
) -> None:
    name = f"{DE}/{page}.po"
    site.write(
        name,
        f'{site.read(name)}\nmsgid "Kontakt"\nmsgstr ""\n\n{damage}'
        if page == "shell"
        else f"{site.read(name)}\n{damage}",
    )
    before = site.read(name)
    with pytest.raises(CatalogError) as stopped:
        site.build()
    assert stopped.value.location is not None
    assert stopped.value.location.path == name
    assert 1 < stopped.value.location.line <= before.count("\n") + 1
    assert site.read(name) == before


def test_without_any_catalog_an_edition_is_the_source_in_swedish(site: SiteFolder) -> None:
    for path in (site.root / "locales/de").rglob("*.po"):
        path.unlink()
    assert paths(site, "de") == paths(site, "sv")
    heads = editions(site)["de"].heads.values()
    assert {head.title_language for head in heads} == {"sv"}


def test_the_key_of_all_addresses_changes_with_a_title_and_with_an_address_only(site: SiteFolder) -> None:
    before = heads_key(editions(site))
    site.edit(f"{DE}/index.po", "Willkommen", "Grüß Gott")
    assert heads_key(editions(site)) == before
    site.edit(f"{DE}/index.po", "Startseite", "Anfang")
    changed = heads_key(editions(site))
    assert changed != before
    site.edit(f"{DE}/omsorg/hemtjanst.po", "hilfe-zu-hause", "hilfe")
    assert heads_key(editions(site)) not in (before, changed)


def test_what_an_edition_leaves_out_follows_its_policy_of_today(site: SiteFolder) -> None:
    site.edit(f"{DE}/kontakt.po", 'msgstr "So erreichen Sie uns"', 'msgstr ""')
    assert "kontakt" in paths(site, "de")
    site.edit("source/site.toml", "[languages.de]\n", '[languages.de]\npolicy = "omit"\n')
    assert "kontakt" not in paths(site, "de")
    assert "kontakt" in paths(site, "en")
