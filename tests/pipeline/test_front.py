"""In front of the editions stands a page that leads to each, for who comes to the bare address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup

from pipeline.files import FRONT

if TYPE_CHECKING:
    from tests.support import SiteFolder


def test_it_names_every_edition_in_its_own_language(built: SiteFolder) -> None:
    links = built.soup(FRONT).select("li > a")
    assert [link.get_text() for link in links] == ["Svenska", "English", "Deutsch"]
    assert [link["lang"] for link in links] == [link["hreflang"] for link in links] == ["sv", "en", "de"]
    assert all((built.candidate / str(link["href"])).is_file() for link in links)


def test_it_leaves_the_choice_to_who_reads_it(built: SiteFolder) -> None:
    assert not built.soup(FRONT).select("script, meta[http-equiv]")


def test_it_is_made_anew_when_the_site_is_called_otherwise(site: SiteFolder) -> None:
    site.build()
    site.edit("source/site.toml", "Lillköpings stad", "Lill & <Stor>köping")
    site.build()
    heading = BeautifulSoup(site.html(FRONT), "html.parser").select_one("h1")
    assert heading is not None
    assert heading.get_text() == "Lill & <Stor>köping"


def test_an_edition_without_a_start_page_is_not_on_it(site: SiteFolder) -> None:
    site.edit("source/site.toml", "[languages.de]", '[languages.de]\npolicy = "omit"')
    site.edit(
        "locales/de/LC_MESSAGES/index.po",
        'msgid "Välkommen"\nmsgstr "Willkommen"',
        'msgid "Välkommen"\nmsgstr ""',
    )
    site.build()
    assert [link["lang"] for link in site.soup(FRONT).select("li > a")] == ["sv", "en"]
